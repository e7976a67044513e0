/**
 * Templates: which sections and fields a request has, declared as pack data. A template changes without a new application;
 * what a field means to the checks is its id, so ids are stable words of the field (see GLOSSARY.md).
 */
import { z } from 'zod';
import { bilingual, provenance, slug } from './basics.ts';

export const fieldId = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/, 'field id such as effect.text').max(80);

export const fieldType = z.enum([
  'text',
  'longText',
  'choice',
  'yesNo',
  'number',
  'dateTime',
  'period',
  'region',
  'municipalities',
  'place',
  'contact',
  'capabilityLines',
  'attachments',
  'signature',
]);
export type FieldType = z.infer<typeof fieldType>;

/** Shows a field only when another holds one of these values; a yesNo holds 'true' or 'false'. */
export const condition = z.strictObject({ field: fieldId, isOneOf: z.array(z.string()).min(1) });
export type Condition = z.infer<typeof condition>;

const option = z.strictObject({ value: z.string().min(1), label: bilingual });

export const templateField = z.strictObject({
  id: fieldId,
  type: fieldType,
  label: bilingual,
  help: bilingual.optional(),
  /** where the rule that asks for this field stands; a proposal of ours is marked `inferred` */
  provenance,
  /**
   * 'blocks': without it the request cannot be finalised as valid; 'warns': it will be asked back; absent: optional
   */
  required: z.enum(['blocks', 'warns']).optional(),
  options: z.array(option).optional(),
  unit: bilingual.optional(),
  shownWhen: condition.optional(),
  /** of one municipality alone: where several ask for one need, each request has its own; all other fields are kept in step */
  perMunicipality: z.literal(true).optional(),
  /** a fact of the incident, not of one basis: linked requests under different bases keep it in step as long as both templates have it */
  common: z.literal(true).optional(),
  /** a fact of this one request (who was informed when): a copy of the request starts without it */
  once: z.literal(true).optional(),
  /** value of a fresh draft; only for text, choice and yesNo */
  initial: z.union([z.string(), z.boolean()]).optional(),
});
export type TemplateField = z.infer<typeof templateField>;

export const templateSection = z.strictObject({
  id: slug,
  title: bilingual,
  fields: z.array(templateField).min(1),
});
export type TemplateSection = z.infer<typeof templateSection>;

export const template = z.strictObject({
  id: slug,
  legalBasis: slug,
  title: bilingual,
  sections: z.array(templateSection).min(1),
  /** ids of the checks in shared/rules/checks that speak to this template */
  checks: z.array(z.string()),
  provenance,
});
export type Template = z.infer<typeof template>;

/** A field of the library with what this template says otherwise; null takes a part away. */
export const fieldUse = z.strictObject({
  use: fieldId,
  label: bilingual.optional(),
  help: bilingual.nullable().optional(),
  provenance: provenance.optional(),
  required: z.enum(['blocks', 'warns']).nullable().optional(),
  options: z.array(option).optional(),
  /** values of the options that this template offers, in its order; absent: all */
  offer: z.array(z.string()).min(1).optional(),
  shownWhen: condition.nullable().optional(),
  perMunicipality: z.literal(true).nullable().optional(),
  common: z.literal(true).nullable().optional(),
  once: z.literal(true).nullable().optional(),
  initial: z.union([z.string(), z.boolean()]).nullable().optional(),
});
export type FieldUse = z.infer<typeof fieldUse>;

/**
 * A template as a pack writes it: a field of the library (packs of kind `fields`) by its id alone, one with changes, or a field that
 * only this template has. `shared/domain/field-library.ts` makes the template of it.
 */
export const writtenTemplate = template.extend({
  sections: z.array(templateSection.extend({ fields: z.array(z.union([fieldId, fieldUse, templateField])).min(1) })).min(1),
});
export type WrittenTemplate = z.infer<typeof writtenTemplate>;
