/** Which advice this is, on what; and that it is internal, which nobody may overlook. */
import type { ReactNode } from 'react';
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { originWords } from '../../app/copies/origin-words.ts';
import { DocumentNotices } from '../../app/difference-marks.tsx';
import { DossierLink } from '../../app/dossier-link.tsx';
import { requestTitle } from '../../app/request-name.ts';
import { href } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { LockIcon, ScreenHead, Tag, useSay } from '../../ui/index.ts';
import styles from './advice.module.css';

interface AdviceHeadProps {
  readonly advice: AdviceDocument;
  /** as it stands on screen */
  readonly subject: string;
  readonly request: RequestDocument | undefined;
  readonly children?: ReactNode;
}

export function AdviceHead({ advice, subject, request, children }: AdviceHeadProps): ReactNode {
  const say = useSay();
  const { legalBasisById } = useReference();
  const about = subject.trim() || (request ? requestTitle(request.values, legalBasisById.get(request.legalBasisId), say) : '');
  return (
    <>
      <ScreenHead
        kicker={
          <>
            {advice.dossierId !== undefined && (
              <>
                <DossierLink dossierId={advice.dossierId} /> ·{' '}
              </>
            )}
            {request && (
              <>
                <a href={href({ room: 'request', id: request.id })}>{say('adviceDesk.request')} {request.reference}</a> ·{' '}
              </>
            )}
            {advice.reference} · {[say('request.version', { version: advice.version }), advice.origin && originWords(advice.origin, say)].filter(Boolean).join(' · ')} <Tag tone={advice.state === 'finalised' ? 'ok' : 'neutral'}>{say(`advice.state.${advice.state}`)}</Tag>
          </>
        }
        title={about === '' ? say('adviceDesk.untitled') : say('adviceDesk.title', { about })}
        actions={children}
      />
      <p className={styles.internal} title={say('adviceDesk.internalText')}>
        <LockIcon size={14} /> {say('adviceDesk.internal')}
      </p>
      <DocumentNotices id={advice.id} kind="advice" />
    </>
  );
}
