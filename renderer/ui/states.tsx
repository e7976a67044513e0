/** The states of a view that is not full: loading (only when it lasts), empty, failed. */
import { type ReactNode, useEffect, useState } from 'react';
import type { CallError } from '../../shared/errors.ts';
import { Button } from './button.tsx';
import { StopIcon } from './icons.tsx';
import { type Say, useSay } from './say.ts';
import styles from './states.module.css';

/** People see no flash for what is ready within this time. */
const patienceMs = 150;

export interface SkeletonProps {
  /** number of grey lines */
  readonly lines?: number;
}

/** Grey lines where content will come; nothing at all during the first 150 ms. */
export function Skeleton({ lines = 4 }: SkeletonProps): ReactNode {
  const say = useSay();
  const [shows, setShows] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShows(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!shows) return <div className={styles.skeleton} aria-busy="true" />;
  return (
    <div className={styles.skeleton} aria-busy="true">
      <output className="visually-hidden">{say('frame.ui.loading')}</output>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} />
      ))}
    </div>
  );
}

export interface EmptyStateProps {
  readonly title: string;
  /** what to do first */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export function EmptyState({ title, children, actions }: EmptyStateProps): ReactNode {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  readonly error: CallError;
  readonly onRetry?: () => void;
  /** more buttons; never one that deletes data */
  readonly actions?: ReactNode;
  /** stands in the place of a screen: what happened is then its h1 */
  readonly isPage?: boolean;
}

/** What happened, what is safe, what to do: the words of the error's code. */
export function ErrorState({ error, onRetry, actions, isPage = false }: ErrorStateProps): ReactNode {
  const say = useSay();
  const words = errorWords(error, say);
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={styles.failed} role="alert">
      <Title className={styles.title}>
        <StopIcon /> {words.happened}
      </Title>
      <p>{words.safe}</p>
      <p>{words.todo}</p>
      {(onRetry || actions) && (
        <div className={styles.actions}>
          {onRetry && <Button onPress={onRetry}>{say('frame.ui.retry')}</Button>}
          {actions}
        </div>
      )}
      <p className={styles.code}>
        {say('frame.ui.errorCode')} {error.code}
      </p>
    </div>
  );
}

export interface ErrorWords {
  readonly happened: string;
  readonly safe: string;
  readonly todo: string;
}

/** The three texts of an error, `error.<code>`, `.safe` and `.do`, for a place that is not an ErrorState. */
export function errorWords({ code }: CallError, say: Say): ErrorWords {
  return { happened: say(`error.${code}`), safe: say(`error.${code}.safe`), todo: say(`error.${code}.do`) };
}
