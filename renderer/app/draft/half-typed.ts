/** Forms that are typed in and not entered yet. They are on the disk as they are typed: who comes back, even after a crash, types on. */
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import { link } from '../../link/index.ts';
import type { Draft } from './draft-store.ts';
import { createOpenDrafts } from './open-drafts.ts';

/** By the name of the form, what stands in its fields. */
export type HalfTyped = Draft<TypedFields>;

const places = createOpenDrafts<TypedFields>({
  kind: 'form',
  save: async (place, changes) => {
    const kept = await link.call('typing.keep', { place, changes });
    return kept.ok ? { ok: true, value: { seq: 0, savedAt: kept.value.savedAt } } : kept;
  },
});

/** The forms of a place: those in memory, else as `typing.open` gave them. */
export function openHalfTyped(place: string, forms: Readonly<Record<string, TypedFields>>): HalfTyped {
  return places.open({ id: place, values: forms, seq: 0, savedAt: '' });
}
