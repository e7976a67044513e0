/** The kinds of document that posts share, as the window names and finds them. */
import { create } from 'zustand';
import type { SharedKind } from '../../shared/domain/difference.ts';
import type { Route } from './routes.ts';

/** Where a document is drafted or read. */
export function routeOf(kind: SharedKind, id: string): Route {
  return { room: kind, id };
}

/** The room of the menu in which documents of a kind stand. */
export const roomOfKind = { request: 'requests', dossier: 'dossiers', advice: 'advices' } as const satisfies Record<SharedKind, Route['room']>;

/** The kind of the document whose history is on screen: its address does not tell, the menu must. */
export const useShownKind = create<{ readonly kind: SharedKind | undefined }>(() => ({ kind: undefined }));
