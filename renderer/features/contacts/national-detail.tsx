/** The offices that serve all regions, with their roster. */
import type { ReactNode } from 'react';
import { useSay } from '../../ui/index.ts';
import { ContactTable } from './contact-table.tsx';
import { officesFor } from './contact-view.ts';
import styles from './contacts.module.css';
import { DutyRoster } from './duty-roster.tsx';
import { NoContacts } from './no-contacts.tsx';
import { useContacts } from './use-contacts.ts';

export function NationalDetail(): ReactNode {
  const say = useSay();
  const { contacts } = useContacts();
  const { national } = officesFor(contacts, undefined);
  return (
    <article className={styles.detail}>
      <header>
        <h2>{say('contacts.national')}</h2>
        <p className={styles.note}>{say('contacts.nationalText')}</p>
      </header>
      {national.length === 0 ? (
        <NoContacts />
      ) : (
        <>
          <DutyRoster contacts={national} />
          <ContactTable label={say('contacts.national')} contacts={national} />
        </>
      )}
    </article>
  );
}
