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
  options: z.array(z.strictObject({ value: z.string().min(1), label: bilingual })).optional(),
  unit: bilingual.optional(),
  shownWhen: condition.optional(),
  /** of one municipality alone: where several ask for one need, each request has its own; all other fields are kept in step */
  perMunicipality: z.literal(true).optional(),
  /**
   * a fact of the incident: where requests under several bases are linked, each template that marks it says the same there (in-step.ts).
   * With `perMunicipality` a linked request begins with it and then goes its own way.
   */
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
