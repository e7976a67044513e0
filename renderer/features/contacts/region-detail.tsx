/** One region in full: who is on call, its contacts and the national ones, its municipalities, and what it is part of. */
import { type ReactNode, useState } from 'react';
import type { Region } from '../../../shared/domain/region.ts';
import { BeginButton } from '../../app/begin-button.tsx';
import { useFormat } from '../../app/language/index.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import { Provenance } from '../../app/provenance.tsx';
import { href } from '../../app/routes.ts';
import { useIdentity, useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { type FactRow, Facts, Tag, classNames, useSay } from '../../ui/index.ts';
import { ContactTable } from './contact-table.tsx';
import { officesFor } from './contact-view.ts';
import styles from './contacts.module.css';
import { DutyRoster } from './duty-roster.tsx';
import { municipalityNote } from './municipality-note.ts';
import { NoContacts } from './no-contacts.tsx';
import { useContacts } from './use-contacts.ts';

/** Apostrophes and hyphens do not count in the order. */
const byName = new Intl.Collator('nl', { ignorePunctuation: true });

export interface RegionDetailProps {
  readonly region: Region;
  /** codes of the regions that border on it, as the map has them */
  readonly neighbours: readonly string[];
  /** the municipality that was searched */
  readonly found: string | undefined;
}

export function RegionDetail({ region, neighbours, found }: RegionDetailProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { municipalities, municipalityByCode, regionByCode } = useReference();
  const { regionCode: ownRegion } = useIdentity();
  const { own: ownOffices, national } = officesFor(useContacts().contacts, region.code);
  const offices = [...ownOffices, ...national];
  const [starting, setStarting] = useState(false);
  const day = today();
  const own = municipalities.filter((municipality) => municipality.regionCode === region.code).toSorted((one, other) => byName.compare(one.name, other.name));
  const { command } = region;

  const rows: readonly FactRow[] = [
    { label: say('contacts.code'), value: region.code },
    { label: say('contacts.statutoryName'), value: region.statutoryName ?? say('contacts.statutorySame') },
    ...(region.aliases.length === 0 ? [] : [{ label: say('contacts.aliases'), value: region.aliases.join(', ') }]),
    { label: say('contacts.policeUnit'), value: region.policeUnit },
    { label: say('contacts.command'), value: command.name },
    { label: say('contacts.brigade'), value: say('contacts.seat', { brigade: command.brigade, seat: command.seat }) },
    ...(command.formerNames.length === 0 ? [] : [{ label: say('contacts.formerNames'), value: command.formerNames.join('; ') }]),
    ...(neighbours.length === 0
      ? []
      : [
          {
            label: say('contacts.neighbours'),
            value: (
              <ul className={styles.inline}>
                {neighbours.map((code) => (
                  <li key={code}>
                    <a href={href({ room: 'contacts', code })}>{regionByCode.get(code)?.name ?? code}</a>
                  </li>
                ))}
              </ul>
            ),
            source: say('contacts.neighboursNote'),
          },
        ]),
  ];

  return (
    <article className={styles.detail}>
      <header className={styles.detailHead}>
        <div>
          <p className={styles.kicker}>
            {region.code} · {say('contacts.municipalityCount', { count: own.length })} · {say('contacts.policeOf', { unit: region.policeUnit })} {region.code === ownRegion && <Tag>{say('contacts.ofPost')}</Tag>}
          </p>
          <h2>{region.name}</h2>
          <p>
            <Tag>{say('contacts.commandOf', { name: command.name, brigade: command.brigade, seat: command.seat })}</Tag>
          </p>
        </div>
        <BeginButton isPlain label={say('contacts.newRequest')} onPress={() => setStarting(true)} />
      </header>
      {offices.length === 0 ? (
        <NoContacts />
      ) : (
        <>
          <DutyRoster contacts={offices} />
          <section className={styles.part}>
            <h3>{say('contacts.ofRegion')}</h3>
            <ContactTable label={say('contacts.ofRegion')} contacts={ownOffices} />
          </section>
          <section className={styles.part}>
            <h3>{say('contacts.national')}</h3>
            <ContactTable label={say('contacts.national')} contacts={national} />
          </section>
        </>
      )}
      <section className={styles.part}>
        <h3>{say('contacts.municipalities')}</h3>
        <ul className={styles.municipalities}>
          {own.map((municipality) => {
            const note = municipalityNote(municipality, (code) => municipalityByCode.get(code)?.name, day, say, format);
            const isFound = municipality.code === found;
            return (
              <li key={municipality.code} className={classNames(isFound && styles.found)}>
                {isFound ? <mark>{municipality.name}</mark> : municipality.name}
                {isFound && <span className="visually-hidden"> ({say('contacts.found')})</span>}
                {note === undefined ? null : (
                  <>
                    {' '}
                    <Tag tone="warn">{note}</Tag>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section className={styles.part}>
        <h3>{say('contacts.about')}</h3>
        <Facts rows={rows} />
      </section>
      <section className={styles.part}>
        <h3>{say('contacts.provenance')}</h3>
        <p>
          <Provenance of={region.provenance} isFull />
        </p>
      </section>
      {starting && <NewRequestDialog regionCode={region.code} onClose={() => setStarting(false)} />}
    </article>
  );
}
