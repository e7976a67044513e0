/** The rooms of the window that exist, with counts where there is something to count. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { MessageId } from '../../shared/messages/index.ts';
import { useCall, useEvent } from '../link/index.ts';
import { classNames } from '../ui/class-names.ts';
import { roomOfKind, useShownKind } from './document-kinds.ts';
import { attentionOf, useExchange } from './exchange-state.ts';
import { useFormat, useSay } from './language/index.ts';
import styles from './navigation.module.css';
import { type Route, href, navigate, useRoute } from './routes.ts';
import { untaken, useScript } from './script-state.ts';
import { useSession } from './session.ts';
import { useShortcut } from './shortcuts.ts';

type NavigableRoom = 'workboard' | 'dossiers' | 'requests' | 'advices' | 'life' | 'catalogue' | 'contacts' | 'exchange' | 'script' | 'finder' | 'legalBases' | 'spaces' | 'packs' | 'settings';

interface Item {
  readonly room: NavigableRoom;
  readonly label: MessageId;
}

const groups: readonly { readonly title?: MessageId; readonly items: readonly Item[] }[] = [
  {
    items: [
      { room: 'workboard', label: 'frame.nav.workboard' },
      { room: 'dossiers', label: 'frame.nav.dossiers' },
      { room: 'requests', label: 'frame.nav.requests' },
      { room: 'advices', label: 'adviceDesk.nav' },
      { room: 'life', label: 'lifeDesk.nav' },
      { room: 'catalogue', label: 'frame.nav.catalogue' },
      { room: 'contacts', label: 'frame.nav.contacts' },
      { room: 'exchange', label: 'exchangeDesk.nav' },
    ],
  },
  { title: 'frame.nav.reference', items: [{ room: 'finder', label: 'finder.title' }, { room: 'legalBases', label: 'frame.nav.legalBases' }] },
  {
    title: 'frame.nav.post',
    items: [
      { room: 'spaces', label: 'spaces.nav' },
      { room: 'packs', label: 'frame.nav.packs' },
      { room: 'settings', label: 'frame.nav.settings' },
    ],
  },
];

/** Is there in an exercise alone, and so has no key of its own. */
export const scriptRoom: Item = { room: 'script', label: 'exercise.nav' };

/** As many rooms have a key of their own as there are figures. */
export const roomKeys = 9;
/** Rooms in the order of their shortcut, Alt+1 first. */
export const rooms: readonly Item[] = groups.flatMap((group) => group.items);

/** The room of the menu in which a screen stands. */
export function roomOf(route: Route): Route['room'] {
  if (route.room === 'request' || route.room === 'advice' || route.room === 'dossier') return roomOfKind[route.room];
  if (route.room === 'space') return 'spaces';
  return route.room === 'difference' ? 'exchange' : route.room;
}

/** As `roomOf`; a history stands in the room of its document, which its address does not tell. */
export function useRoom(): Route['room'] {
  const route = useRoute();
  const kind = useShownKind((state) => state.kind);
  return route.room === 'history' && kind ? roomOfKind[kind] : roomOf(route);
}

export interface NavigationProps {
  readonly isOpen: boolean;
  /** after a choice, when the navigation lies over the screen */
  readonly onLeave: () => void;
}

export function Navigation({ isOpen, onLeave }: NavigationProps): ReactNode {
  const say = useSay();
  const { number } = useFormat();
  const counts = useCounts();
  const current = useRoom();
  const isExercise = useSession((state) => state.view.kind === 'exercise');
  return (
    <nav id="navigation" aria-label={say('frame.nav.label')} className={classNames(styles.nav, isOpen && styles.open)}>
      {groups.map((group) => (
        <div key={group.title ?? 'first'} className={styles.group}>
          {group.title === undefined ? null : <h2 className={styles.title}>{say(group.title)}</h2>}
          <ul>
            {(isExercise && group.title === undefined ? [...group.items, scriptRoom] : group.items).map((item) => (
              <li key={item.room}>
                <a className={styles.item} href={href({ room: item.room })} onClick={onLeave} {...(current === item.room ? { 'aria-current': 'page' as const } : {})}>
                  <span>{say(item.label)}</span>
                  {counts[item.room] === undefined ? null : (
                    <span className={styles.count}>
                      <span className="visually-hidden">, </span>
                      {number(counts[item.room] ?? 0)}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {rooms.slice(0, roomKeys).map((item, index) => (
        <RoomShortcut key={item.room} keys={`Alt+${index + 1}`} room={item.room} label={say(item.label)} />
      ))}
    </nav>
  );
}

function RoomShortcut({ keys, room, label }: { readonly keys: string; readonly room: NavigableRoom; readonly label: string }): null {
  useShortcut({ keys, label, run: () => navigate({ room }) });
  return null;
}

/** A count may be this late, milliseconds: whoever types pays nothing for it. */
const countsAfter = 500;

function useCounts(): Partial<Record<NavigableRoom, number>> {
  const reference = useSession((state) => state.reference);
  const packs = useSession((state) => state.packs);
  const requests = useCall('request.list', { limit: 1 });
  const dossiers = useCall('dossier.list', { closed: false, limit: 1 });
  const advices = useCall('advice.list', { limit: 1 });
  const exchange = useExchange(attentionOf);
  const script = useScript(untaken);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEvent('document.changed', () => {
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      requests.refresh();
      dossiers.refresh();
      advices.refresh();
    }, countsAfter);
  });
  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    ...(dossiers.state === 'ready' ? { dossiers: dossiers.value.total } : {}),
    ...(advices.state === 'ready' ? { advices: advices.value.total } : {}),
    ...(requests.state === 'ready' ? { requests: requests.value.total } : {}),
    ...(reference ? { catalogue: reference.capabilities.length, contacts: reference.regions.length, legalBases: reference.legalBases.length } : {}),
    ...(exchange > 0 ? { exchange } : {}),
    ...(script > 0 ? { script } : {}),
    ...(packs.length > 0 ? { packs: packs.length } : {}),
  };
}
