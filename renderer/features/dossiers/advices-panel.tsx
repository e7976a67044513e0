/** The advice of a dossier: on its requests, and on questions that came up in it. */
import { type ReactNode, useState } from 'react';
import { NewAdviceDialog } from '../../app/new-advice-dialog.tsx';
import { adviceTones } from '../../app/outcome-tones.ts';
import { href } from '../../app/routes.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useCall } from '../../link/index.ts';
import { Button, ErrorState, Panel, PlusIcon, Tag, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './side.module.css';

export function AdvicesPanel({ dossierId, isReadOnly }: { readonly dossierId: string; readonly isReadOnly: boolean }): ReactNode {
  const say = useSay();
  const list = useCall('advice.list', { dossierId });
  const [starting, setStarting] = useState(false);
  useFollowing(list.refresh);
  const advices = list.state === 'ready' ? list.value.advices : [];
  return (
    <Panel title={say('adviceDesk.listTitle')} aside={advices.length > 0 ? <Tag isPlain>{list.state === 'ready' ? list.value.total : advices.length}</Tag> : undefined}>
      {list.state === 'ready' && advices.length === 0 && <p className={flow.quiet}>{say('adviceDesk.dossierNone')}</p>}
      {advices.length > 0 && (
        <ul className={styles.items}>
          {advices.map((advice) => (
            <li key={advice.id} className={styles.item}>
              <div className={styles.words}>
                <a className={styles.title} href={href({ room: 'advice', id: advice.id })}>
                  {advice.title === '' ? say('adviceDesk.untitled') : advice.title}
                </a>
                <span className={styles.quiet}>
                  {[advice.reference, advice.requestReference].filter(Boolean).join(' · ')} <Tag tone={advice.state === 'finalised' ? 'ok' : 'neutral'}>{say(`advice.state.${advice.state}`)}</Tag>
                  {advice.outcome !== undefined && <Tag tone={adviceTones[advice.outcome]}>{say(`advice.outcome.${advice.outcome}`)}</Tag>}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {!isReadOnly && (
        <div className={styles.actions}>
          <Button size="small" icon={<PlusIcon size={14} />} aria-haspopup="dialog" onPress={() => setStarting(true)}>
            {say('adviceDesk.new')}
          </Button>
        </div>
      )}
      {starting && <NewAdviceDialog dossierId={dossierId} onClose={() => setStarting(false)} />}
    </Panel>
  );
}
