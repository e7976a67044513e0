/** The finder's form: its answers are kept as they are given, of the dossier that it was opened from or of the post. */
import type { TypedFields } from '../../shared/domain/half-typed.ts';
import { link } from '../link/index.ts';
import { type HalfTyped, openHalfTyped } from './draft/half-typed.ts';
import { navigate } from './routes.ts';

export const finderForm = 'finder';
/** Beside the answers, by the question that they answer: what the form of a new request knew already. */
export const startFields = { incident: 'startIncident', place: 'startPlace' } as const;

export const finderPlace = (dossierId: string | undefined): string => dossierId ?? 'finder';

export function openFinderForm(dossierId: string | undefined, forms: Readonly<Record<string, TypedFields>>): HalfTyped {
  return openHalfTyped(finderPlace(dossierId), forms);
}

/** Goes to the finder with what was typed of the new request. Where it cannot be kept the finder opens without it. */
export async function leaveForFinder({ dossierId, incident, place }: { readonly dossierId?: string | undefined; readonly incident: string; readonly place: string | undefined }): Promise<void> {
  const opened = await link.call('typing.open', { place: finderPlace(dossierId) });
  if (opened.ok) {
    const form = openFinderForm(dossierId, opened.value);
    const before = form.store.getState().values[finderForm] ?? {};
    const start = { ...(incident.trim() === '' ? {} : { [startFields.incident]: incident.trim() }), ...(place === undefined ? {} : { [startFields.place]: place }) };
    if (Object.keys(start).length > 0) form.change({ [finderForm]: { ...before, ...start } });
  }
  navigate({ room: 'finder', ...(dossierId === undefined ? {} : { dossierId }) });
}
