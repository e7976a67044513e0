/** Offices under each other: what they are, how to reach them, what they do. A plain table: every button is one Tab away. */
import { type ReactNode, useState } from 'react';
import type { Contact } from '../../../shared/domain/contact.ts';
import { ExerciseTag } from '../../app/exercise-tag.tsx';
import { Provenance } from '../../app/provenance.tsx';
import { useReference } from '../../app/session.ts';
import { Button, Tag, classNames, useBilingual, useSay } from '../../ui/index.ts';
import { CompletionDialog } from './completion-dialog.tsx';
import { reachOf } from './contact-view.ts';
import styles from './contact-table.module.css';
import { CopyButton } from './copy-button.tsx';
import { LocalCompletion } from './local-completion.tsx';
import { useContacts } from './use-contacts.ts';
import { VcardButton } from './vcard-button.tsx';

export interface ContactTableProps {
  readonly label: string;
  readonly contacts: readonly Contact[];
}

export function ContactTable({ label, contacts }: ContactTableProps): ReactNode {
  const say = useSay();
  const [filling, setFilling] = useState<Contact>();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{say('contacts.office')}</th>
            <th scope="col">{say('contacts.reachable')}</th>
            <th scope="col">{say('contacts.role')}</th>
          </tr>
        </thead>
        <tbody>
          {contacts.map((contact) => (
            <ContactRow key={contact.id} contact={contact} onFill={() => setFilling(contact)} />
          ))}
        </tbody>
      </table>
      {filling && <CompletionDialog contact={filling} onClose={() => setFilling(undefined)} />}
    </div>
  );
}

function ContactRow({ contact, onFill }: { readonly contact: Contact; readonly onFill: () => void }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { completionById } = useContacts();
  const { exercisePackOf } = useReference();
  // what is filled in stays with the post when the exercise is gone
  const isOfExerciseAlone = exercisePackOf('contacts', contact.id)?.added.includes(contact.id) === true;
  const completion = completionById.get(contact.id);
  const reach = reachOf(contact, completion);
  const name = bilingual(contact.title);
  return (
    <tr>
      <th scope="row">
        {name} <ExerciseTag kind="contacts" id={contact.id} />{' '}
        {reach === 'public' && <Tag tone="ok">{say('contacts.public')}</Tag>}
        {reach === 'filled' && <Tag>{say('contacts.filledHere')}</Tag>}
        {reach === 'open' && <Tag tone="placeholder">{say('contacts.placeholder')}</Tag>}
      </th>
      <td>
        <div className={styles.reach}>
          {contact.channels.map((channel) => (
            <div key={`${channel.kind} ${channel.value}`} className={styles.channel}>
              <span>
                <span className={styles.kind}>{bilingual(channel.label)}</span>
                <span className={classNames(styles.value, channel.kind !== 'visit' && channel.kind !== 'post' && styles.number)}>{channel.value}</span>
              </span>
              <CopyButton value={channel.value} of={name} />
            </div>
          ))}
          {completion && <LocalCompletion completion={completion} name={name} />}
          {reach === 'open' && <span className={styles.open}>{say('contacts.notFilled')}</span>}
          <div className={styles.actions}>
            {!isOfExerciseAlone && (
              <Button size="small" variant="quiet" onPress={onFill}>
                {say(completion ? 'contacts.change' : reach === 'public' ? 'contacts.addOwn' : 'contacts.fill')}
                <span className="visually-hidden"> {name}</span>
              </Button>
            )}
            {reach !== 'open' && <VcardButton contactId={contact.id} name={name} />}
          </div>
        </div>
      </td>
      <td>
        <p>
          {bilingual(contact.role)} {contact.fromGrip !== undefined && <Tag>{say('contacts.fromGrip', { level: contact.fromGrip })}</Tag>}
        </p>
        <Provenance of={contact.provenance} />
        <details className={styles.more}>
          <summary>
            {say(contact.use ? 'contacts.moreUse' : 'contacts.moreSource')}
            <span className="visually-hidden"> {name}</span>
          </summary>
          {contact.use && <p>{bilingual(contact.use)}</p>}
          <Provenance of={contact.provenance} isFull />
          {contact.channels[0] && contact.channels[0].provenance.source !== contact.provenance.source ? <Provenance of={contact.channels[0].provenance} isFull /> : null}
          {contact.channels[0]?.provenance.note === undefined ? null : <p className={styles.caution}>{contact.channels[0].provenance.note}</p>}
        </details>
      </td>
    </tr>
  );
}
