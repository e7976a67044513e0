/** What happened in a space, newest first: the chain of signed statements, in words. */
import type { ReactNode } from 'react';
import { useFormat } from '../../app/language/index.ts';
import { Panel, useSay } from '../../ui/index.ts';
import { type SpaceEvent, eventWords } from './space-words.ts';
import flow from '../../ui/flow.module.css';
import styles from './spaces.module.css';

export function EventsPanel({ events }: { readonly events: readonly SpaceEvent[] }): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  return (
    <Panel title={say('spaces.events')}>
      {events.length > 0 && <p className={flow.light}>{say('spaces.events.when')}</p>}
      {events.length === 0 ? (
        <p className={flow.light}>{say('spaces.events.none')}</p>
      ) : (
        <ol className={styles.events} reversed>
          {events.toReversed().map((event) => (
            <li key={event.number}>
              {eventWords(event, say)}
              {event.knownAt !== undefined && <span className={flow.under}>{dateTimeZone(event.knownAt)}</span>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
