/** The regions on the map and in a list that does the same, and the contacts of one of them; the offices that serve all of them. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { EmergencyButton } from '../../app/emergency-button.tsx';
import { PlaceField } from '../../app/place-field.tsx';
import { href, navigate } from '../../app/routes.ts';
import { useIdentity, useReference } from '../../app/session.ts';
import { useCall } from '../../link/index.ts';
import { EmptyState, ErrorState, Panel, Room, RoomStack, ScreenHead, Skeleton, classNames, useSay } from '../../ui/index.ts';
import { nationalPage } from './contact-view.ts';
import entries from '../../ui/entries.module.css';
import styles from './contacts.module.css';
import { regionMap } from './map-shapes.ts';
import { NationalDetail } from './national-detail.tsx';
import { RegionDetail } from './region-detail.tsx';
import { RegionMapView } from './region-map.tsx';
import { ContactsContext, indexContacts } from './use-contacts.ts';

const kinds = ['municipality', 'region'] as const;
const pageId = 'contacts-of';

export function ContactsScreen({ code }: { readonly code?: string }): ReactNode {
  const say = useSay();
  const { regions, regionByCode, municipalityByCode, laid } = useReference();
  const { regionCode: ownRegion } = useIdentity();
  const topology = useCall('reference.map', {});
  const map = useMemo(() => (topology.state === 'ready' ? regionMap(topology.value) : undefined), [topology]);
  const [found, setFound] = useState<string>();
  const isNational = code === nationalPage;
  const selected = isNational ? undefined : regionByCode.get(code ?? ownRegion);

  // in a narrow window the page stands under the map: who asked for one sees it
  useEffect(() => {
    if (code !== undefined) document.getElementById(pageId)?.scrollIntoView({ block: 'nearest' });
  }, [code]);

  const shownCode = isNational ? nationalPage : selected?.code;
  const contacts = useCall('contacts.all', {});
  // a pack of the exercise began to count, or counts no more
  const [seenLaid, setSeenLaid] = useState(laid);
  if (laid !== seenLaid) {
    setSeenLaid(laid);
    contacts.refresh();
  }
  const shared = useMemo(() => (contacts.state === 'ready' ? indexContacts(contacts.value, contacts.refresh) : undefined), [contacts]);

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
  const item = (itemCode: string, name: string, mark: string): ReactNode => (
    <li key={itemCode}>
      <a
        href={href({ room: 'contacts', code: itemCode })}
        className={classNames(entries.entry, styles.item, itemCode === shownCode && entries.chosen)}
        aria-current={itemCode === shownCode ? 'true' : undefined}
        onClick={() => setFound(undefined)}
      >
        <span>{name}</span>
        <span className={styles.code}>{mark}</span>
      </a>
    </li>
  );

  return (
    <>
      <ScreenHead title={say('contacts.title')} actions={<EmergencyButton label={say('contacts.emergency')} regionCode={selected?.code} />} />
      <Room
        lead={
          <RoomStack>
            <Panel>
              <PlaceField label={say('contacts.find')} help={say('contacts.findHelp')} kinds={kinds} onChoose={choosePlace} />
              {topology.state === 'loading' && <Skeleton lines={8} />}
              {map && <RegionMapView map={map} names={regionByCode} selected={selected?.code} />}
              {(topology.state === 'error' || (topology.state === 'ready' && !map)) && <p className={styles.note}>{say('contacts.mapFailed')}</p>}
            </Panel>
            <Panel title={say('contacts.list')}>
              <ul className={styles.list}>
                {item(nationalPage, say('contacts.national'), '')}
                {regions.map((region) => item(region.code, region.name, region.code))}
              </ul>
            </Panel>
          </RoomStack>
        }
      >
        {/* another page begins at its top */}
        <Panel key={shownCode} id={pageId} scrolls>
          {contacts.state === 'loading' && <Skeleton lines={10} />}
          {contacts.state === 'error' && <ErrorState error={contacts.error} onRetry={contacts.refresh} />}
          {shared && (
            <ContactsContext value={shared}>
              {isNational ? <NationalDetail /> : selected ? <RegionDetail region={selected} neighbours={neighbours} found={found} /> : <p className={styles.note}>{say('contacts.unknown')}</p>}
            </ContactsContext>
          )}
        </Panel>
      </Room>
    </>
  );
}
