/**
 * The map. A pointer chooses a region on it; for the keyboard and for screen readers the list beside it is the equal way, so the
 * shapes themselves are no stops of the Tab key.
 */
import { type ReactNode, memo } from 'react';
import type { Region } from '../../../shared/domain/region.ts';
import { href } from '../../app/routes.ts';
import { classNames, useSay } from '../../ui/index.ts';
import type { RegionMap } from './map-shapes.ts';
import styles from './contacts.module.css';

export interface RegionMapViewProps {
  readonly map: RegionMap;
  readonly names: ReadonlyMap<string, Region>;
  readonly selected: string | undefined;
}

export const RegionMapView = memo(function RegionMapView({ map, names, selected }: RegionMapViewProps): ReactNode {
  const say = useSay();
  const near = new Set(map.shapes.find((shape) => shape.code === selected)?.neighbours);
  // The chosen shape comes last, so that its outline lies over its neighbours.
  const shapes = map.shapes.toSorted((one, other) => Number(one.code === selected) - Number(other.code === selected));
  return (
    <figure className={styles.map} aria-label={say('contacts.map')}>
      <svg viewBox={`-4 -4 ${map.width + 8} ${map.height + 8}`} aria-hidden="true">
        {shapes.map((shape) => (
          <a key={shape.code} href={href({ room: 'contacts', code: shape.code })} tabIndex={-1}>
            <title>{names.get(shape.code)?.name ?? shape.code}</title>
            <path d={shape.path} className={classNames(styles.shape, near.has(shape.code) && styles.near, shape.code === selected && styles.selected)} />
          </a>
        ))}
      </svg>
      <figcaption className={styles.note}>
        {say('contacts.mapHelp')} <span className={styles.credit}>{say('contacts.mapCredit')}</span>
      </figcaption>
    </figure>
  );
});
