/** Which fields of a template a draft shows. A hidden field is not asked, not counted and not printed, whatever it still holds. */
import type { FieldValues } from '../domain/request.ts';
import type { Condition, Template, TemplateField } from '../domain/template.ts';

/** The fields that the draft shows, by id, in the order of the template. */
export function shownFields(template: Template, values: FieldValues): ReadonlyMap<string, TemplateField> {
  const all = new Map(template.sections.flatMap((section) => section.fields.map((field) => [field.id, field] as const)));
  return new Map([...all].filter(([, field]) => isShown(field, all, values, new Set())));
}

/**
 * Shown when its condition holds and the field that the condition asks is itself shown. `seen` ends a template whose conditions
 * point at each other in a ring: such fields stay hidden.
 */
function isShown(field: TemplateField, all: ReadonlyMap<string, TemplateField>, values: FieldValues, seen: Set<string>): boolean {
  const condition = field.shownWhen;
  if (!condition) return true;
  if (seen.has(field.id)) return false;
  seen.add(field.id);
  const asked = all.get(condition.field);
  if (asked && !isShown(asked, all, values, seen)) return false;
  return meets(values, condition);
}

/** True when the draft holds one of the values that the condition names. Says nothing of whether its field is shown. */
export function meets(values: FieldValues, condition: Condition): boolean {
  const value = Object.hasOwn(values, condition.field) ? values[condition.field] : undefined;
  return (Array.isArray(value) ? value : [value]).some((one: unknown) => isPlain(one) && condition.isOneOf.includes(String(one)));
}

const isPlain = (value: unknown): boolean => ['string', 'boolean', 'number'].includes(typeof value);
