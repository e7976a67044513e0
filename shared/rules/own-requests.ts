/** When one draft ought to become several: each municipality asks for itself, signed by its own mayor (LOCC, W2). */
import type { FieldValues } from '../domain/request.ts';
import type { Template } from '../domain/template.ts';
import { read } from './values.ts';

const actorField = 'applicant.actor';
const municipalitiesField = 'applicant.municipalities';

/**
 * 'asked' where a mayor asks, 'possible' where several municipalities stand in the draft whoever asks, 'no' where the template has no
 * field of one municipality alone.
 */
export function splitsByMunicipality(template: Template, values: FieldValues): 'asked' | 'possible' | 'no' {
  const field = template.sections.flatMap((section) => section.fields).find((one) => one.id === municipalitiesField);
  if (field?.perMunicipality !== true) return 'no';
  if (read(values, actorField, 'choice') === 'mayor') return 'asked';
  return (read(values, municipalitiesField, 'municipalities') ?? []).length > 1 ? 'possible' : 'no';
}
