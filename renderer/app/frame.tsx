/** The frame around every screen of an open post: top bar, navigation, screen, status bar; and what works everywhere in it. */
import { type ReactNode, type RefObject, Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import { notify } from '../ui/live.tsx';
import { errorWords, ErrorState, Skeleton } from '../ui/states.tsx';
import { classNames } from '../ui/class-names.ts';
import { Arrivals } from './arrivals.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ExerciseBand } from './exercise-band.tsx';
import styles from './frame.module.css';
import { followExchange } from './exchange-state.ts';
import { useIdle } from './idle.ts';
import { useSay } from './language/index.ts';
import { Navigation, rooms, scriptRoom, useRoom } from './navigation.tsx';
import { Palette } from './palette/palette.tsx';
import { OwnHubNotice } from './own-hub-notice.tsx';
import { type Route, href, useRoute } from './routes.ts';
import { Screen } from './screens.tsx';
import { ScriptFollower } from './script-follower.tsx';
import { loadReference, lockPost, useSession } from './session.ts';
import { listenForShortcuts, useShortcut } from './shortcuts.ts';
import { StatusBar } from './status-bar.tsx';
import { TopBar, navigationButton } from './top-bar.tsx';

const NewRequestDialog = lazy(async () => ({ default: (await import('./new-request-dialog.tsx')).NewRequestDialog }));
const NewAdviceDialog = lazy(async () => ({ default: (await import('./new-advice-dialog.tsx')).NewAdviceDialog }));
const AnnounceDialog = lazy(async () => ({ default: (await import('./announce-dialog.tsx')).AnnounceDialog }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }));

/** The screen that opens first, loaded before it is asked for. */
export { loadWorkboard } from './screens.tsx';

export function Frame(): ReactNode {
  const say = useSay();
  const route = useRoute();
  const [front, setFront] = useState<'palette' | 'shortcuts' | 'advice' | 'announce' | null>(null);
  /** the kind of request that is being started */
  const [starting, setStarting] = useState<string>();
  const [navOpen, setNavOpen] = useState(false);
  const isExercise = useSession((state) => state.view.kind === 'exercise');
  const idleMinutes = useSession((state) => state.preferences?.idleLockMinutes ?? 0);
  const main = useRef<HTMLElement>(null);

  const lock = useCallback(
    async (by: 'person' | 'idle') => {
      const outcome = await lockPost(by);
      if (outcome === 'unsaved') useSession.setState({ held: 'lock' });
      else if (outcome !== 'locked') notify({ tone: 'error', text: errorWords(outcome, say).happened });
    },
    [say],
  );

  useEffect(listenForShortcuts, []);
  useEffect(followExchange, []);
  useIdle(idleMinutes, () => void lock('idle'));
  useShortcut({ keys: 'Ctrl+K', label: say('frame.search.open'), run: () => setFront('palette') });
  useShortcut({ keys: '?', label: say('frame.shortcuts.open'), run: () => setFront('shortcuts') });
  useShortcut({ keys: 'Ctrl+Shift+L', label: say('frame.lock'), run: () => void lock('person') });
  useArrival(route, main);

  return (
    <div className={classNames(styles.frame, isExercise && styles.exercise)}>
      <div className={styles.top}>
      <ExerciseBand />
      <TopBar
        address={href(route)}
        onSkip={() => main.current?.focus()}
        isNavOpen={navOpen}
        onToggleNav={() => setNavOpen(!navOpen)}
        onSearch={() => setFront('palette')}
        onShortcuts={() => setFront('shortcuts')}
        onLock={() => void lock('person')}
      />
      </div>
      <Navigation isOpen={navOpen} onLeave={() => setNavOpen(false)} />
      {navOpen && <CloseNavigation onClose={() => setNavOpen(false)} />}
      <main ref={main} id="main" tabIndex={-1} className={styles.main}>
        <Content route={route} />
      </main>
      <StatusBar />
      {isExercise && <ScriptFollower />}
      <Arrivals />
      <OwnHubNotice />
      <Suspense>
        {front === 'palette' && <Palette onClose={() => setFront(null)} onShortcuts={() => setFront('shortcuts')} onLock={() => void lock('person')} onNewRequest={setStarting} onNewAdvice={() => setFront('advice')} onAnnounce={() => setFront('announce')} />}
        {front === 'advice' && <NewAdviceDialog onClose={() => setFront(null)} />}
        {front === 'announce' && <AnnounceDialog onClose={() => setFront(null)} />}
        {starting !== undefined && <NewRequestDialog templateId={starting} onClose={() => setStarting(undefined)} />}
        {front === 'shortcuts' && <ShortcutList onClose={() => setFront(null)} />}
      </Suspense>
    </div>
  );
}

/** Rooms that need nothing of the capabilities to be of use: they show while thousands of those are still on their way. */
const opensEarly: ReadonlySet<Route['room']> = new Set(['workboard', 'dossiers', 'requests', 'contacts', 'exchange', 'script', 'legalBases', 'packs', 'settings']);

/** Escape closes the navigation where it lies over the screen; the keyboard goes back to the button that opened it. */
function CloseNavigation({ onClose }: { readonly onClose: () => void }): null {
  const say = useSay();
  const run = (): void => {
    onClose();
    document.getElementById(navigationButton)?.focus();
  };
  useShortcut({ keys: 'Escape', label: say('frame.nav.hide'), run });
  return null;
}

/** A screen shows when the reference data is there; until then it waits or says why it cannot. */
function Content({ route }: { readonly route: Route }): ReactNode {
  const reference = useSession((state) => state.reference);
  const error = useSession((state) => state.referenceError);
  if (error) return <ErrorState isPage error={error} onRetry={() => void loadReference()} />;
  if (!reference || (!reference.isWhole && !opensEarly.has(route.room))) return <Skeleton />;
  return (
    <ErrorBoundary resetKey={href(route)}>
      <Suspense fallback={<Skeleton />}>
        <Screen route={route} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** On arrival in another room: its name in the title of the window, and the keyboard at its beginning. */
function useArrival(route: Route, main: RefObject<HTMLElement | null>): void {
  const say = useSay();
  const room = useRoom();
  const label = [...rooms, scriptRoom].find((item) => item.room === room)?.label;
  const title = label === undefined ? '' : say(label);
  const isExercise = useSession((state) => state.view.kind === 'exercise');
  const mark = isExercise ? say('document.exercise') : '';
  useEffect(() => {
    document.title = [mark, title, 'Steunpunt'].filter((word) => word !== '').join(' · ');
  }, [mark, title]);
  const address = href(route);
  const arrived = useRef(address);
  useEffect(() => {
    if (arrived.current === address) return;
    arrived.current = address;
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
    main.current?.scrollTo({ top: 0 });
    window.scrollTo({ top: 0 });
  }, [address, main]);
}
