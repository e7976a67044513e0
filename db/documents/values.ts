/** Checks what a window sends against the type that the template gives the field, and against what the packs know. */
import type { AssessmentReference } from '../../shared/domain/assessment.ts';
import { type CapabilityLine, type FieldChanges, type FieldValue, valueSchemas } from '../../shared/domain/request.ts';
import type { Template, TemplateField } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';

export function fieldsOf(template: Template): readonly TemplateField[] {
  return template.sections.flatMap((section) => section.fields);
}

/**
 * The changes as they may be stored; a value with nothing in it becomes null. All or nothing: throws `input.invalid` or
 * `reference.unknown` with the field on the first that is wrong.
 */
export function checkedChanges(template: Template, reference: AssessmentReference, changes: FieldChanges): ReadonlyMap<string, FieldValue | null> {
  const fields = new Map(fieldsOf(template).map((field) => [field.id, field]));
  return new Map(
    Object.entries(changes).map(([id, value]) => {
      const field = fields.get(id);
      if (!field) throw new AppError('input.invalid', `template ${template.id} has no field ${id}`, { field: id });
      return [id, value === null || isEmpty(value) ? null : checkedValue(field, reference, value)];
    }),
  );
}

/** A fresh draft starts with what the template gives. */
export function initialValues(template: Template): FieldChanges {
  return Object.fromEntries(fieldsOf(template).flatMap((field) => (field.initial === undefined ? [] : [[field.id, field.initial]])));
}

function isEmpty(value: FieldValue): boolean {
  if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function checkedValue(field: TemplateField, reference: AssessmentReference, value: FieldValue): FieldValue {
  const parsed = valueSchemas[field.type].safeParse(value);
  if (!parsed.success) throw invalid(field, `${field.id} is no ${field.type}`);
  const checked: FieldValue = parsed.data;
  switch (field.type) {
    case 'choice':
      if (!field.options?.some((option) => option.value === checked)) throw invalid(field, `${field.id} has no such option`);
      break;
    case 'dateTime':
    case 'period':
    case 'signature':
      for (const moment of moments(checked)) if (!isMoment(moment)) throw invalid(field, `${field.id} names a moment that does not exist`);
      break;
    case 'region':
      mustBeKnown(field, reference.regions, [String(checked)]);
      break;
    case 'municipalities':
      mustBeKnown(field, reference.municipalities, valueSchemas.municipalities.parse(checked));
      break;
    case 'capabilityLines':
      checkLines(field, reference, valueSchemas.capabilityLines.parse(checked));
      break;
    case 'text':
    case 'longText':
    case 'yesNo':
    case 'number':
    case 'place':
    case 'contact':
    case 'attachments':
      break;
  }
  refuseLoneSurrogates(field, checked);
  return checked;
}

function checkLines(field: TemplateField, reference: AssessmentReference, lines: readonly CapabilityLine[]): void {
  if (new Set(lines.map(({ id }) => id)).size !== lines.length) throw invalid(field, `${field.id} holds two lines of one id`);
  mustBeKnown(
    field,
    reference.capabilities,
    lines.flatMap(({ capabilityId }) => capabilityId ?? []),
  );
}

function mustBeKnown(field: TemplateField, known: Readonly<Record<string, unknown>>, codes: readonly string[]): void {
  const unknown = codes.find((code) => !Object.hasOwn(known, code));
  if (unknown !== undefined) throw new AppError('reference.unknown', `no pack holds ${unknown}`, { field: field.id, details: { id: unknown } });
}

function moments(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return ['start', 'end', 'signedAt'].flatMap((key) => {
    const moment: unknown = Reflect.get(value, key);
    return typeof moment === 'string' ? [moment] : [];
  });
}

/** The shape is checked by the schema; this refuses 31 February and 25:00. */
function isMoment(zoned: string): boolean {
  const [local = '', zone = ''] = zoned.split('[');
  const day = local.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return false;
  return !Number.isNaN(Date.parse(local)) && isZone(zone.replace(']', ''));
}

/** Those that exist: to ask takes a tenth of a millisecond, of every field that is saved. */
const zones = new Set<string>();

function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    zones.add(name);
  } catch {
    // no such zone
  }
  return zones.has(name);
}

/** Canonical JSON, and with it a revision, cannot say half a character. */
function refuseLoneSurrogates(field: TemplateField, value: FieldValue): void {
  if (/\\ud[89a-f]/i.test(JSON.stringify(value)) && !isWellFormed(value)) throw invalid(field, `${field.id} holds half a character`);
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(isWellFormed);
}

function invalid(field: TemplateField, message: string): AppError {
  return new AppError('input.invalid', message, { field: field.id });
}
