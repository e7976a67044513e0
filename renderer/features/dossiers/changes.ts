/** The fields of a dossier between the draft, which knows fields by name, and the contract, which knows each by its type. */
import type { DossierChanges, DossierDocument, DossierRegion } from '../../../shared/domain/dossier.ts';
import type { Changes, Values } from '../../app/draft/history.ts';

export type DossierFieldValue = string | boolean | readonly DossierRegion[];
export type DossierFieldValues = Values<DossierFieldValue>;

export function toFieldValues({ title, description, startedAt, closed, regions }: DossierDocument['values']): DossierFieldValues {
  const all = { title, description, startedAt, closed, regions };
  return Object.fromEntries(Object.entries(all).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}

/** Only what the contract knows; a value of another type than its field has is left out, as it can come from nowhere. */
export function toDossierChanges(changes: Changes<DossierFieldValue>): DossierChanges {
  const { title, description, startedAt, closed, regions } = changes;
  return {
    ...(isTextOrNull(title) ? { title } : {}),
    ...(isTextOrNull(description) ? { description } : {}),
    ...(isTextOrNull(startedAt) ? { startedAt } : {}),
    ...(closed === null || typeof closed === 'boolean' ? { closed } : {}),
    ...(regions === null ? { regions } : isRegions(regions) ? { regions: [...regions] } : {}),
  };
}

export const textOf = (value: DossierFieldValue | undefined): string => (typeof value === 'string' ? value : '');
export const regionsOf = (value: DossierFieldValue | undefined): readonly DossierRegion[] => (isRegions(value) ? value : []);

function isTextOrNull(value: DossierFieldValue | null | undefined): value is string | null {
  return value === null || typeof value === 'string';
}

function isRegions(value: DossierFieldValue | null | undefined): value is readonly DossierRegion[] {
  return typeof value === 'object' && value !== null;
}
