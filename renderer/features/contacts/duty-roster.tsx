/** Who is on call when: those of now on top, then what comes; what is past on request. Kept by this post, in no pack. */
import { type ReactNode, useState } from 'react';
import type { Contact, Duty } from '../../../shared/domain/contact.ts';
import { clockText, dayOf, moment, zoneText } from '../../../shared/domain/moment.ts';
import { type Format, useFormat } from '../../app/language/index.ts';
import { useReference } from '../../app/session.ts';
import { link } from '../../link/index.ts';
import { Button, IconButton, PlusIcon, Tag, TrashIcon, classNames, errorWords, notify, useBilingual, useSay } from '../../ui/index.ts';
import { rosterOf } from './contact-view.ts';
import { CopyButton } from './copy-button.tsx';
import { DutyDialog } from './duty-dialog.tsx';
import flow from '../../ui/flow.module.css';
import styles from './duty-roster.module.css';
import { useContacts, useNow } from './use-contacts.ts';

export function DutyRoster({ contacts }: { readonly contacts: readonly Contact[] }): ReactNode {
  const say = useSay();
  const { duties, refresh } = useContacts();
  const { exercisePackOf } = useReference();
  const [edited, setEdited] = useState<Duty | 'new'>();
  const [showsPast, setShowsPast] = useState(false);
  const roster = rosterOf(duties, new Set(contacts.map(({ id }) => id)), useNow());
  const isEmpty = roster.now.length + roster.later.length + roster.past.length === 0;

  const remove = async (duty: Duty): Promise<void> => {
    const removed = await link.call('contacts.removeDuty', { id: duty.id });
    notify(removed.ok ? { tone: 'ok', text: say('contacts.dutyRemoved', { who: duty.who }) } : { tone: 'error', text: errorWords(removed.error, say).happened });
    if (removed.ok) refresh();
  };
  const rows = (list: readonly Duty[], isNow: boolean): ReactNode =>
    list.map((duty) => <DutyRow key={duty.id} duty={duty} contacts={contacts} isNow={isNow} onEdit={() => setEdited(duty)} onRemove={() => void remove(duty)} />);

  return (
    <section className={flow.tight} aria-label={say('contacts.duty')}>
      <header className={styles.head}>
        <h3>{say('contacts.duty')}</h3>
        <Button size="small" icon={<PlusIcon size={14} />} onPress={() => setEdited('new')}>
          {say('contacts.dutyAdd')}
        </Button>
      </header>
      {isEmpty && <p className={styles.none}>{say('contacts.dutyNone')}</p>}
      {!isEmpty && roster.now.length === 0 && <p className={styles.none}>{say('contacts.dutyNoneNow')}</p>}
      {roster.now.length + roster.later.length > 0 && (
        <ul className={styles.list}>
          {rows(roster.now, true)}
          {rows(roster.later, false)}
        </ul>
      )}
      {roster.past.length > 0 && (
        <div>
          <Button size="small" variant="quiet" aria-expanded={showsPast} onPress={() => setShowsPast(!showsPast)}>
            {say(showsPast ? 'contacts.dutyPastHide' : 'contacts.dutyPast', { count: roster.past.length })}
          </Button>
          {showsPast && <ul className={styles.list}>{rows(roster.past, false)}</ul>}
        </div>
      )}
      {edited !== undefined && <DutyDialog duty={edited === 'new' ? undefined : edited} contacts={contacts.filter(({ id }) => exercisePackOf('contacts', id)?.added.includes(id) !== true)} onClose={() => setEdited(undefined)} />}
    </section>
  );
}

interface DutyRowProps {
  readonly duty: Duty;
  readonly contacts: readonly Contact[];
  readonly isNow: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function DutyRow({ duty, contacts, isNow, onEdit, onRemove }: DutyRowProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const format = useFormat();
  const contact = contacts.find(({ id }) => id === duty.contactId);
  const office = contact ? bilingual(contact.title) : duty.contactId;
  return (
    <li className={classNames(styles.duty, isNow && styles.now)}>
      <div className={styles.who}>
        <p>
          <strong>{duty.who}</strong> {isNow && <Tag tone="ok">{say('contacts.dutyNow')}</Tag>}
        </p>
        <p className={flow.quiet}>{office}</p>
      </div>
      <div className={styles.when}>
        <p>{say('contacts.dutyFromTo', { start: format.dateTime(duty.start), end: endText(duty, format) })}</p>
        {duty.note !== undefined && <p className={flow.quiet}>{duty.note}</p>}
      </div>
      <div className={styles.actions}>
        {duty.phone !== undefined && (
          <>
            <span className={styles.phone}>{duty.phone}</span>
            <CopyButton value={duty.phone} of={duty.who} />
          </>
        )}
        <Button size="small" variant="quiet" onPress={onEdit}>
          {say('contacts.change')}
          <span className="visually-hidden"> {duty.who}</span>
        </Button>
        <IconButton size="small" variant="quiet" icon={<TrashIcon size={14} />} label={say('contacts.dutyRemove', { who: duty.who })} onPress={onRemove} />
      </div>
    </li>
  );
}

/** The day of the end only where it is another one than that of the start. */
function endText({ start, end }: Duty, format: Format): string {
  const [from, to] = [moment(start), moment(end)];
  return from && to && dayOf(from) === dayOf(to) ? `${clockText(to)} ${zoneText(to)}` : format.dateTimeZone(end);
}
