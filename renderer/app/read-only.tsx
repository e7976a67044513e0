/** What this post may only read: why, and the one sentence that every such screen says. A screen that says it offers nothing that writes. */
import type { ReactNode } from 'react';
import type { ReadOnly } from '../../shared/domain/space.ts';
import { readOnlyIn } from '../../shared/rules/read-only.ts';
import { Banner, useSay } from '../ui/index.ts';
import styles from './read-only.module.css';
import { useSession } from './session.ts';

/** Of a document: as the store said when it was opened, or as the exercise in view is by now, which can be frozen under an open screen. */
export function useReadOnly({ readOnly }: { readonly readOnly?: ReadOnly | undefined }): ReadOnly | undefined {
  return useReadOnlyView() ?? readOnly;
}

/** Of all that is in view: an exercise. Operational work is many spaces: there each document says it for itself. */
export function useReadOnlyView(): ReadOnly | undefined {
  return useSession(({ view }) => (view.kind === 'exercise' ? readOnlyIn(view) : undefined));
}

/** Why nothing new can be made, as a sentence: in the exercise in view, or in the home of the post, where another home helps. */
export function useNothingNew(): string | undefined {
  const say = useSay();
  const view = useSession((state) => state.view);
  if (view.kind === 'operational') return view.readOnly && say('spaces.readOnlyHome', { why: view.readOnly });
  const why = readOnlyIn(view);
  return why && say(`spaces.readOnly.${why}`);
}

export function ReadOnlyBanner({ why, children }: { readonly why: ReadOnly | undefined; readonly children?: ReactNode }): ReactNode {
  const say = useSay();
  return (
    why && (
      <Banner tone="info" title={say(`spaces.readOnly.${why}`)}>
        {children}
      </Banner>
    )
  );
}

/** The sentence in the place of a button. */
export const ReadOnlyWhy = ({ why }: { readonly why: string }): ReactNode => <p className={styles.why}>{why}</p>;
