/** The window: which of its faces shows (first start, lock screen, desk), in which language and theme. */
import { type ReactNode, Suspense, lazy, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { LiveRegion } from '../ui/live.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import styles from './app.module.css';
import { viewKey } from './views.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { startSession, useSession } from './session.ts';
import { applyTheme } from './theme.ts';

// asked for before the post is: nearly every start comes to a locked post
const unlockScreen = import('../features/unlock/index.tsx');
const loadFrame = () => import('./frame.tsx');
const Frame = lazy(async () => ({ default: (await loadFrame()).Frame }));
const StartScreen = lazy(async () => ({ default: (await import('../features/start/index.tsx')).StartScreen }));
const UnlockScreen = lazy(async () => ({ default: (await unlockScreen).UnlockScreen }));

const localeTags = { nl: 'nl-NL', en: 'en-GB' } as const;

export function App(): ReactNode {
  const preferences = useSession((state) => state.preferences);
  const locale = preferences?.locale ?? 'nl';
  const theme = preferences?.theme ?? 'system';
  const phase = useSession((state) => state.phase);
  const isAtDoor = phase === 'locked' || phase === 'new';
  useEffect(() => (isAtDoor ? loadDeskAtRest() : undefined), [isAtDoor]);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <I18nProvider locale={localeTags[locale]}>
      <ErrorBoundary>
        <Suspense fallback={<Waiting />}>
          <Face />
        </Suspense>
      </ErrorBoundary>
      <LiveRegion />
    </I18nProvider>
  );
}

/** While the person types the passphrase, and not before there is a field to type it in: the desk is there when the post opens. */
function loadDeskAtRest(): () => void {
  const idle = requestIdleCallback(() => void loadFrame().then(({ loadWorkboard }) => loadWorkboard()), { timeout: 1000 });
  return () => cancelIdleCallback(idle);
}

function Face(): ReactNode {
  const phase = useSession((state) => state.phase);
  const error = useSession((state) => state.error);
  switch (phase) {
    case 'starting':
      return <Waiting />;
    case 'failed':
      return <main className={styles.alone}>{error && <ErrorState isPage error={error} onRetry={() => void startSession()} />}</main>;
    case 'new':
      return <StartScreen />;
    case 'locked':
      return <UnlockScreen />;
    case 'open':
      return <Desk />;
  }
}

/** Another view is another desk: every screen, count and list begins anew with what is in it. */
function Desk(): ReactNode {
  const view = useSession((state) => viewKey(state.view));
  return <Frame key={view} />;
}

function Waiting(): ReactNode {
  return (
    <main className={styles.alone}>
      <Skeleton />
    </main>
  );
}
