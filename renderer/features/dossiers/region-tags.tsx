/** Regions with their GRIP level, as one reads them in a head or a row. */
import type { ReactNode } from 'react';
import type { DossierRegion } from '../../../shared/domain/dossier.ts';
import { useReference } from '../../app/session.ts';
import { Tag, useSay } from '../../ui/index.ts';
import { gripTone } from './grip.ts';
import flow from '../../ui/flow.module.css';
import styles from './dossiers.module.css';

export function RegionTags({ regions }: { readonly regions: readonly DossierRegion[] }): ReactNode {
  const say = useSay();
  const { regionByCode } = useReference();
  if (regions.length === 0) return <span className={flow.light}>{say('dossier.noRegions')}</span>;
  return (
    <span className={styles.regions}>
      {regions.map(({ regionCode, grip }) => (
        <span key={regionCode} className={styles.region}>
          {regionByCode.get(regionCode)?.name ?? regionCode} <Tag isPlain tone={gripTone(grip)}>{say(`dossier.grip.${grip}`)}</Tag>
        </span>
      ))}
    </span>
  );
}
