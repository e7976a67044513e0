/** What this post may only read: why, and the one sentence that every such screen says. A screen that says it offers nothing that writes. */
import type { ReactNode } from 'react';
import type { ReadOnly } from '../../shared/domain/space.ts';
import { readOnlyIn } from '../../shared/rules/read-only.ts';
import { Banner, useSay } from '../ui/index.ts';
import { useSession } from './session.ts';

/** Of a document: as the store said when it was opened, or as the exercise in view is by now, which can be frozen under an open screen. */
export function useReadOnly({ readOnly }: { readonly readOnly?: ReadOnly | undefined }): ReadOnly | undefined {
  return useReadOnlyView() ?? readOnly;
}

/** Of what the post works in, for what belongs to no document yet. Operational work is many spaces: there each document says it for itself. */
export function useReadOnlyView(): ReadOnly | undefined {
  return useSession(({ view }) => (view.kind === 'exercise' ? readOnlyIn(view) : undefined));
}

export function ReadOnlyBanner({ why }: { readonly why: ReadOnly | undefined }): ReactNode {
  const say = useSay();
  return why && <Banner tone="info" title={say(`spaces.readOnly.${why}`)} />;
}
