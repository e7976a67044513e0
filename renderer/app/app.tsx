/** The window: which of its faces shows (first start, lock screen, desk), in which language and theme. */
import { type ReactNode, Suspense, lazy, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { UnlockScreen } from '../features/unlock/index.tsx';
import { LiveRegion } from '../ui/live.tsx';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import styles from './app.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { startSession, useSession, viewKey } from './session.ts';
import { applyTheme } from './theme.ts';

// nearly every start comes to a locked post: its screen is part of what is loaded first, all others wait
const loadFrame = () => import('./frame.tsx');
const Frame = lazy(async () => ({ default: (await loadFrame()).Frame }));
const StartScreen = lazy(async () => ({ default: (await import('../features/start/index.tsx')).StartScreen }));

const UnsavedDialog = lazy(async () => ({ default: (await import('./unsaved-dialog.tsx')).UnsavedDialog }));

const localeTags = { nl: 'nl-NL', en: 'en-GB' } as const;

export function App(): ReactNode {
  const preferences = useSession((state) => state.preferences);
  const locale = preferences?.locale ?? 'nl';
  const theme = preferences?.theme ?? 'system';
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
        <Held />
      </ErrorBoundary>
      <LiveRegion />
    </I18nProvider>
  );
}

/** While the person types the passphrase, and not before the field to type it in is on screen: the desk is there when the post opens. */
function DeskAtRest(): null {
  useEffect(() => {
    let idle = 0;
    const frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(() => void loadFrame().then(({ loadWorkboard }) => loadWorkboard()), { timeout: 1000 });
    });
    return () => {
      cancelAnimationFrame(frame);
      cancelIdleCallback(idle);
    };
  }, []);
  return null;
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
      return (
        <>
          <StartScreen />
          <DeskAtRest />
        </>
      );
    case 'locked':
      return (
        <>
          <UnlockScreen />
          <DeskAtRest />
        </>
      );
    case 'open':
      return <Desk />;
  }
}

/** Over whatever face the window shows. */
function Held(): ReactNode {
  const held = useSession((state) => state.held);
  return (
    held && (
      <Suspense>
        <UnsavedDialog wanted={held} onClose={() => useSession.setState({ held: undefined })} />
      </Suspense>
    )
  );
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
