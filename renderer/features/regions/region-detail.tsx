/** One region in full. */
import { type ReactNode, useState } from 'react';
import type { Region } from '../../../shared/domain/region.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import { Provenance } from '../../app/provenance.tsx';
import { href } from '../../app/routes.ts';
import { useIdentity, useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { Button, type FactRow, Facts, Tag, classNames, useSay } from '../../ui/index.ts';
import { municipalityNote } from './municipality-note.ts';
import styles from './regions.module.css';

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
  const { municipalities, municipalityByCode, regionByCode } = useReference();
  const { regionCode: ownRegion } = useIdentity();
  const [starting, setStarting] = useState(false);
  const day = today();
  const own = municipalities.filter((municipality) => municipality.regionCode === region.code).toSorted((one, other) => byName.compare(one.name, other.name));
  const { command } = region;

  const rows: readonly FactRow[] = [
    { label: say('regions.code'), value: region.code },
    { label: say('regions.statutoryName'), value: region.statutoryName ?? say('regions.statutorySame') },
    ...(region.aliases.length === 0 ? [] : [{ label: say('regions.aliases'), value: region.aliases.join(', ') }]),
    { label: say('regions.policeUnit'), value: region.policeUnit },
    { label: say('regions.command'), value: command.name },
    { label: say('regions.brigade'), value: say('regions.seat', { brigade: command.brigade, seat: command.seat }) },
    ...(command.formerNames.length === 0 ? [] : [{ label: say('regions.formerNames'), value: command.formerNames.join('; ') }]),
    ...(neighbours.length === 0
      ? []
      : [
          {
            label: say('regions.neighbours'),
            value: (
              <ul className={styles.inline}>
                {neighbours.map((code) => (
                  <li key={code}>
                    <a href={href({ room: 'regions', code })}>{regionByCode.get(code)?.name ?? code}</a>
                  </li>
                ))}
              </ul>
            ),
            source: say('regions.neighboursNote'),
          },
        ]),
  ];

  return (
    <article className={styles.detail}>
      <header className={styles.detailHead}>
        <div>
          <p className={styles.kicker}>
            {region.code} · {say('regions.municipalityCount', { count: own.length })} {region.code === ownRegion && <Tag>{say('regions.ofPost')}</Tag>}
          </p>
          <h2>{region.name}</h2>
        </div>
        <Button onPress={() => setStarting(true)}>{say('regions.newRequest')}</Button>
      </header>
      <Facts rows={rows} />
      <section className={styles.part}>
        <h3>{say('regions.municipalities')}</h3>
        <ul className={styles.municipalities}>
          {own.map((municipality) => {
            const note = municipalityNote(municipality, (code) => municipalityByCode.get(code)?.name, day, say);
            const isFound = municipality.code === found;
            return (
              <li key={municipality.code} className={classNames(isFound && styles.found)}>
                {isFound ? <mark>{municipality.name}</mark> : municipality.name}
                {isFound && <span className="visually-hidden"> ({say('regions.found')})</span>}
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
        <h3>{say('regions.provenance')}</h3>
        <p>
          <Provenance of={region.provenance} isFull />
        </p>
      </section>
      {starting && <NewRequestDialog regionCode={region.code} onClose={() => setStarting(false)} />}
    </article>
  );
}
