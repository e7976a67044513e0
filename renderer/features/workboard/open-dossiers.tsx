/** The open dossiers, each with the newest entry of its log. */
import type { ReactNode } from 'react';
import type { DossierSummary } from '../../../shared/domain/dossier.ts';
import type { DossierPage } from '../../../shared/domain/listing.ts';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { Panel, Tag, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './workboard.module.css';

export function OpenDossiers({ dossiers }: { readonly dossiers: DossierPage }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { total: open, dossiers: shown } = dossiers;
  return (
    <Panel title={say('dossier.openDossiers')} aside={open > 0 ? <Tag isPlain>{format.number(open)}</Tag> : undefined}>
      {open === 0 && <p className={flow.quiet}>{say('dossier.openNone')}</p>}
      {open > 0 && (
        <ul className={styles.items}>
          {shown.map((dossier) => (
            <OpenDossier key={dossier.id} dossier={dossier} />
          ))}
        </ul>
      )}
      <a href={href({ room: 'dossiers' })}>{say('dossier.all')}</a>
    </Panel>
  );
}

function OpenDossier({ dossier }: { readonly dossier: DossierSummary }): ReactNode {
  const say = useSay();
  const { regionByCode } = useReference();
  const levels = dossier.regions.map(({ regionCode, grip }) => `${regionByCode.get(regionCode)?.name ?? regionCode} ${say(`dossier.grip.${grip}`)}`);
  return (
    <li className={styles.item}>
      <a className={styles.title} href={href({ room: 'dossier', id: dossier.id })}>
        {dossier.title === '' ? dossier.reference : dossier.title}
      </a>
      <span className={styles.quiet}>{[...levels, say('dossier.requestCount', { count: dossier.requests })].join(' · ')}</span>
      <NewestEntry entry={dossier.lastEntry} />
    </li>
  );
}

function NewestEntry({ entry }: { readonly entry: DossierSummary['lastEntry'] }): ReactNode {
  const say = useSay();
  const format = useFormat();
  if (!entry) return <span className={styles.quiet}>{say('dossier.noEntries')}</span>;
  return (
    <span className={styles.entry}>
      <span className={styles.quiet}>{format.dateTimeZone(entry.at)}</span> {entry.text}
    </span>
  );
}
