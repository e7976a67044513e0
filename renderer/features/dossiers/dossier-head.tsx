/** Which incident this is, and what can be done with the dossier as a whole. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { DossierDocument } from '../../../shared/domain/dossier.ts';
import { originWords } from '../../app/copies/origin-words.ts';
import type { Draft } from '../../app/draft/draft-store.ts';
import { HistoryLink } from '../../app/history-link.tsx';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { Banner, Button, ScreenHead, Tag, announce, useSay } from '../../ui/index.ts';
import { type DossierFieldValue, regionsOf, textOf } from './changes.ts';
import { RegionTags } from './region-tags.tsx';
import styles from './dossier-head.module.css';

interface DossierHeadProps {
  readonly document: DossierDocument;
  readonly draft: Draft<DossierFieldValue>;
  /** absent where this post only reads */
  readonly onDetails: (() => void) | undefined;
  readonly onExport: () => void;
  /** further signs among the actions */
  readonly children?: ReactNode;
}

export function DossierHead({ document, draft, onDetails, onExport, children }: DossierHeadProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const values = useStore(draft.store, (state) => state.values);
  const title = textOf(values['title']).trim();
  const description = textOf(values['description']).trim();
  const startedAt = textOf(values['startedAt']);
  const closed = values['closed'] === true;
  const turn = (): void => {
    draft.change({ closed: !closed });
    draft.leave();
    announce(say(closed ? 'dossier.openedNow' : 'dossier.closedNow'));
  };
  return (
    <>
      <ScreenHead
        kicker={
          <span className={styles.kicker}>
            <a href={href({ room: 'dossiers' })}>{say('dossier.listTitle')}</a>
            <span>{document.reference}</span>
            {document.origin && <span>{originWords(document.origin, say)}</span>}
            {startedAt !== '' && <span>{say('dossier.started', { at: format.dateTimeZone(startedAt) })}</span>}
            <Tag tone={closed ? 'neutral' : 'ok'}>{say(closed ? 'dossier.stateClosed' : 'dossier.stateOpen')}</Tag>
            <HistoryLink id={document.id} />
          </span>
        }
        title={title === '' ? document.reference : title}
        actions={
          <>
            {children}
            {onDetails && (
              <>
                <Button onPress={onDetails} aria-haspopup="dialog">
                  {say('dossier.details')}
                </Button>
                <Button onPress={turn}>{say(closed ? 'dossier.reopen' : 'dossier.close')}</Button>
              </>
            )}
            <Button variant="primary" kbd="Ctrl E" onPress={onExport} aria-haspopup="dialog">
              {say('dossier.export')}
            </Button>
          </>
        }
      />
      <div className={styles.about}>
        <RegionTags regions={regionsOf(values['regions'])} />
        {description !== '' && <p>{description}</p>}
      </div>
      {closed && <Banner tone="info" title={say('dossier.closed')} />}
    </>
  );
}
