/** The two sides of a request, what it says and how it fares, with its state, the first thing to be done and its advice. */
import { type ReactNode, useState } from 'react';
import type { CallError } from '../../shared/errors.ts';
import { link, useCall } from '../link/index.ts';
import { Button, ErrorState, Tag, WarnIcon } from '../ui/index.ts';
import { useSay } from './language/index.ts';
import { taskText } from './life-words.ts';
import { adviceTones, stateTone } from './outcome-tones.ts';
import styles from './request-views.module.css';
import { href, navigate } from './routes.ts';
import { useShortcut } from './shortcuts.ts';
import { useFollowing } from './use-following.ts';
import { useNow } from './use-now.ts';

export interface RequestViewsProps {
  readonly requestId: string;
  readonly current: 'request' | 'life' | 'history';
  /** this post only reads the request, and gives no advice on it */
  readonly isReadOnly?: boolean;
}

export function RequestViews({ requestId, current, isReadOnly = false }: RequestViewsProps): ReactNode {
  const say = useSay();
  const now = useNow();
  const opened = useCall('life.open', { requestId });
  const advices = useCall('advice.list', { requestId, limit: 1 });
  const [error, setError] = useState<CallError>();
  useFollowing(opened.refresh, advices.refresh);
  const other = current === 'life' ? { room: 'request', id: requestId } as const : { room: 'request', id: requestId, view: 'life' } as const;
  useShortcut({ keys: 'Alt+G', label: say('history.word'), run: () => navigate({ room: 'history', id: requestId }) });
  useShortcut({ keys: 'Alt+V', label: say(current === 'life' ? 'lifeDesk.keyRequest' : 'lifeDesk.keyLife'), run: () => navigate(other) });

  const life = opened.state === 'ready' ? opened.value : undefined;
  const [advice] = advices.state === 'ready' ? advices.value.advices : [];
  const [task] = life?.tasks ?? [];
  const advise = async (): Promise<void> => {
    const made = await link.call('advice.create', { requestId });
    if (made.ok) navigate({ room: 'advice', id: made.value.id });
    else setError(made.error);
  };
  return (
    <>
      <div className={styles.views}>
        <nav aria-label={say('lifeDesk.views')}>
          <a href={href({ room: 'request', id: requestId })} aria-current={current === 'request' ? 'page' : undefined}>
            {say('lifeDesk.viewRequest')}
          </a>
          <a href={href({ room: 'request', id: requestId, view: 'life' })} aria-current={current === 'life' ? 'page' : undefined}>
            {say('lifeDesk.nav')} {life && <Tag tone={stateTone(life.state)}>{say(`life.state.${life.state}`)}</Tag>}
          </a>
          <a href={href({ room: 'history', id: requestId })} aria-current={current === 'history' ? 'page' : undefined}>
            {say('history.word')}
          </a>
        </nav>
        {advice && (
          <span className={styles.advice}>
            <a href={href({ room: 'advice', id: advice.id })}>{say('adviceDesk.word')}</a> {advice.outcome === undefined ? <Tag>{say('advice.state.draft')}</Tag> : <Tag tone={adviceTones[advice.outcome]}>{say(`advice.outcome.${advice.outcome}`)}</Tag>}
          </span>
        )}
        {advices.state === 'ready' && !advice && !isReadOnly && (
          <Button variant="quiet" size="small" onPress={() => void advise()}>
            {say('adviceDesk.give')}
          </Button>
        )}
        {task && current === 'request' && (
          <a className={styles.task} href={href({ room: 'request', id: requestId, view: 'life' })}>
            <WarnIcon size={14} /> {taskText(task, now, say)}
          </a>
        )}
      </div>
      {error && <ErrorState error={error} />}
    </>
  );
}
