/** What this post knows of an office, visibly apart from the pack. */
import type { ReactNode } from 'react';
import type { ContactCompletion } from '../../../shared/domain/contact.ts';
import { useFormat } from '../../app/language/index.ts';
import { useSay } from '../../ui/index.ts';
import styles from './contact-table.module.css';
import { CopyButton } from './copy-button.tsx';

export function LocalCompletion({ completion, name }: { readonly completion: ContactCompletion; readonly name: string }): ReactNode {
  const say = useSay();
  const format = useFormat();
  return (
    <section className={styles.local} aria-label={say('contacts.filledOf', { name })}>
      {completion.channels.map((channel) => (
        <div key={`${channel.kind} ${channel.value}`} className={styles.channel}>
          <span>
            <span className={styles.kind}>{say(`contacts.kind.${channel.kind}`)}</span>
            <span className={styles.value}>{channel.value}</span>
          </span>
          <CopyButton value={channel.value} of={name} />
        </div>
      ))}
      {completion.note !== undefined && <p className={styles.note}>{completion.note}</p>}
      <p className={styles.when}>{say('contacts.filledAt', { at: format.dateTime(completion.savedAt) })}</p>
    </section>
  );
}
