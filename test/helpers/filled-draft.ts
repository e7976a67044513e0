/** A draft of any template in which every field that it shows is filled: for tests that must hold for all templates alike. */
import type { AssessmentInput } from '../../shared/domain/assessment.ts';
import type { LegalBasis } from '../../shared/domain/legal-basis.ts';
import type { FieldValue, FieldValues } from '../../shared/domain/request.ts';
import type { Template, TemplateField } from '../../shared/domain/template.ts';
import { applicantsOf } from '../../shared/rules/basis-part.ts';
import { packOf, templatesInFull } from './packs.ts';
import { now, reference } from './request.ts';

export const templates = templatesInFull();
export const bases: readonly LegalBasis[] = packOf('legal-bases').entries;

export const templateOf = (id: string): Template => templates.find((one) => one.id === id)!;
export const basisOf = (template: Template): LegalBasis => bases.find((one) => one.id === template.legalBasis)!;

const start = '2021-07-14T18:00:00+02:00[Europe/Amsterdam]';
const end = '2021-07-15T18:00:00+02:00[Europe/Amsterdam]';
/** a place in each territory */
const coordinates: Readonly<Record<LegalBasis['territory'], string>> = { netherlands: '50.8652, 5.8320', bes: '12.15 N 68.27 W', countries: '12.11 N 68.93 W' };

function sample(field: TemplateField, basis: LegalBasis): FieldValue {
  switch (field.type) {
    case 'text':
      return `Tekst bij ${field.label.nl}`;
    case 'longText':
      return `Toelichting bij ${field.label.nl}: voorkomen dat het erger wordt.`;
    case 'choice':
      return field.initial ?? field.options?.[0]?.value ?? '';
    case 'yesNo':
      return field.initial ?? false;
    case 'number':
      return 3;
    case 'dateTime':
      return '2021-07-14T15:00:00+02:00[Europe/Amsterdam]';
    case 'period':
      return { start, end };
    case 'region':
      return 'VR24';
    case 'municipalities':
      return ['GM0994'];
    case 'place':
      return { description: 'Bij de brug', coordinates: coordinates[basis.territory] };
    case 'contact':
      return { function: 'Piketfunctionaris', phone: 'plaatshouder' };
    case 'capabilityLines':
      return [{ id: '5a0c0000-0000-4000-8000-0000000000f1', description: 'Mensen en voertuigen', quantity: 20, unit: 'militairen', people: 20, substitutes: 'Een andere eenheid' }];
    case 'attachments':
      return [{ id: '5a0c0000-0000-4000-8000-0000000000f2', name: 'kaart.pdf', sha256: 'a'.repeat(64) }];
    case 'signature':
      return { office: 'Bevoegd gezag', name: 'plaatshouder' };
  }
}

/** Every field filled, by the authority that may ask. Undefined in the changes empties a field. */
export function filledValues(template: Template, changes: Readonly<Record<string, FieldValue | undefined>> = {}): FieldValues {
  const basis = basisOf(template);
  const fields = template.sections.flatMap((section) => section.fields);
  const all = {
    ...Object.fromEntries(fields.map((field) => [field.id, sample(field, basis)])),
    'applicant.actor': applicantsOf(basis, template.id)[0]?.actor ?? '',
    ...(fields.some(({ id }) => id === 'basis.kingsCommissionerInformed') ? { 'basis.kingsCommissionerInformed': true } : {}),
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}

export function filled(templateId: string, changes: Readonly<Record<string, FieldValue | undefined>> = {}, more: Partial<AssessmentInput> = {}): AssessmentInput {
  const template = templateOf(templateId);
  return { values: filledValues(template, changes), template, basis: basisOf(template), reference, now, ...more };
}
