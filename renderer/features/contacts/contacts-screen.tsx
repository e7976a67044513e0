/** The regions on the map and in a list that does the same, and one of them in full. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { href, navigate } from '../../app/routes.ts';
import { PlaceField } from '../../app/place-field.tsx';
import { useIdentity, useReference } from '../../app/session.ts';
import { useCall } from '../../link/index.ts';
import { EmptyState, Panel, ScreenHead, Skeleton, classNames, useSay } from '../../ui/index.ts';
import { regionMap } from './map-shapes.ts';
import { RegionDetail } from './region-detail.tsx';
import { RegionMapView } from './region-map.tsx';
import styles from './contacts.module.css';

const kinds = ['municipality', 'region'] as const;

export function ContactsScreen({ code }: { readonly code?: string }): ReactNode {
  const say = useSay();
  const { regions, regionByCode, municipalityByCode } = useReference();
  const { regionCode: ownRegion } = useIdentity();
  const topology = useCall('reference.map', {});
  const map = useMemo(() => (topology.state === 'ready' ? regionMap(topology.value) : undefined), [topology]);
  const [found, setFound] = useState<string>();
  const selected = regionByCode.get(code ?? ownRegion);

  const list = useRef<HTMLUListElement>(null);
  const shownCode = selected?.code;
  useEffect(() => {
    if (shownCode !== undefined) list.current?.querySelector(`[data-code=${shownCode}]`)?.scrollIntoView({ block: 'nearest' });
  }, [shownCode]);

  if (regions.length === 0) {
    return (
      <>
        <ScreenHead title={say('contacts.title')} />
        <EmptyState title={say('contacts.empty.title')} actions={<a href={href({ room: 'packs' })}>{say('workboard.showPacks')}</a>}>
          <p>{say('contacts.empty.text')}</p>
        </EmptyState>
      </>
    );
  }
  const choosePlace = (ref: string | null): void => {
    if (ref === null) return;
    const municipality = municipalityByCode.get(ref);
    setFound(municipality?.code);
    navigate({ room: 'contacts', code: municipality?.regionCode ?? ref });
  };
  const neighbours = map?.shapes.find((shape) => shape.code === selected?.code)?.neighbours ?? [];

  return (
    <>
      <ScreenHead title={say('contacts.title')} />
      <div className={styles.frame}>
        <div className={styles.columns}>
          <Panel scrolls>
            <PlaceField label={say('contacts.find')} help={say('contacts.findHelp')} kinds={kinds} onChoose={choosePlace} />
            {topology.state === 'loading' && <Skeleton lines={8} />}
            {map && <RegionMapView map={map} names={regionByCode} selected={selected?.code} />}
            {(topology.state === 'error' || (topology.state === 'ready' && !map)) && <p className={styles.note}>{say('contacts.mapFailed')}</p>}
          </Panel>
          <Panel title={say('contacts.list')} scrolls>
            <ul ref={list} className={styles.list}>
              {regions.map((region) => (
                <li key={region.code}>
                  <a
                    href={href({ room: 'contacts', code: region.code })}
                    className={classNames(styles.item, region.code === selected?.code && styles.chosen)}
                    data-code={region.code}
                    aria-current={region.code === selected?.code ? 'true' : undefined}
                    onClick={() => setFound(undefined)}
                  >
                    <span>{region.name}</span>
                    <span className={styles.code}>{region.code}</span>
                  </a>
                </li>
              ))}
            </ul>
          </Panel>
          <Panel scrolls>{selected ? <RegionDetail region={selected} neighbours={neighbours} found={found} /> : <p className={styles.note}>{say('contacts.unknown')}</p>}</Panel>
        </div>
      </div>
    </>
  );
}
