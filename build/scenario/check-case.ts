/**
 * Judges the content of a case file: first its shape, then what it says of the packs. Gives every error that it has, each with the
 * path in the file, so that whoever writes a case mends it in one go.
 */
import { moment } from '../../shared/domain/moment.ts';
import { type FieldValue, valueSchemas } from '../../shared/domain/request.ts';
import type { FinderData } from '../../shared/domain/finder.ts';
import type { Template, TemplateField } from '../../shared/domain/template.ts';
import { isCheckId } from '../../shared/rules/checks/index.ts';
import { type FinderCase, type ScenarioCase, scenarioCase } from '../../test/scenarios/case.ts';
import type { Known } from './packs.ts';

export interface CaseError {
  /** `values.effect.period`, or empty for the file as a whole. Field ids hold dots themselves, so this is to read, not to parse. */
  readonly path: string;
  readonly reason: string;
}

export type Judged = { readonly ok: true; readonly value: ScenarioCase } | { readonly ok: false; readonly errors: readonly CaseError[] };

type Path = readonly PropertyKey[];
const at = (...path: Path): string => path.map(String).join('.');

const property = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;

export function judgeCase(raw: unknown, known: Known): Judged {
  const shape = scenarioCase.safeParse(raw);
  const templateId = property(raw, 'templateId');
  const template = typeof templateId === 'string' ? known.templates.get(templateId) : undefined;
  const fields = new Map(template?.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));

  const errors: CaseError[] = [];
  for (const issue of shape.error?.issues ?? []) {
    // of a field that the template knows, its own type says better below what is wrong than the union of all types does
    const [first, second] = issue.path;
    if (first === 'values' && typeof second === 'string' && fields.has(second)) continue;
    const reason = issue.code === 'invalid_key' ? 'not a field id such as effect.text' : issue.message;
    errors.push({ path: at(...issue.path), reason });
  }
  if (typeof templateId === 'string' && !template && !errors.some((error) => error.path === 'templateId')) {
    errors.push({ path: 'templateId', reason: `no template ${templateId}; there is ${[...known.templates.keys()].join(', ')}` });
  }
  if (template) {
    errors.push(...judgeValues(property(raw, 'values'), template, fields, known).filter((error) => !errors.some((other) => other.path === error.path)));
    errors.push(...judgeOthers(property(raw, 'alsoOpen'), known));
    if (shape.success) errors.push(...judgeExpectation(shape.data, template, fields, known), ...judgeLife(shape.data, template, fields, known));
  }
  if (shape.success && shape.data.finder) errors.push(...judgeAnswers(known.finder, shape.data.finder));
  if (errors.length > 0 || !shape.success) return { ok: false, errors };
  return { ok: true, value: shape.data };
}

/** The other requests that are open on the post. */
function judgeOthers(others: unknown, known: Known): CaseError[] {
  if (!Array.isArray(others)) return [];
  return others.flatMap((other: unknown, index): CaseError[] => {
    const templateId = property(other, 'templateId');
    const template = typeof templateId === 'string' ? known.templates.get(templateId) : undefined;
    if (!template) return [{ path: at('alsoOpen', index, 'templateId'), reason: `no template ${String(templateId)}` }];
    const fields = new Map(template.sections.flatMap((section) => section.fields).map((field) => [field.id, field]));
    return judgeValues(property(other, 'values'), template, fields, known).map(({ path, reason }) => ({ path: at('alsoOpen', index, path), reason }));
  });
}

function judgeValues(values: unknown, template: Template, fields: ReadonlyMap<string, TemplateField>, known: Known): CaseError[] {
  if (values === null || typeof values !== 'object') return [];
  return Object.entries(values).flatMap(([id, value]): CaseError[] => {
    const field = fields.get(id);
    if (!field) return [{ path: at('values', id), reason: `template ${template.id} has no field ${id}` }];
    const read = valueSchemas[field.type].safeParse(value);
    if (!read.success) return read.error.issues.map((issue) => ({ path: at('values', id, ...issue.path), reason: `${issue.message} (a field of type ${field.type})` }));
    return judgeCodes(field, read.data, known);
  });
}

/** Codes and ids that no pack holds: the shape is right, but nothing stands behind it. */
function judgeCodes(field: TemplateField, value: FieldValue, known: Known): CaseError[] {
  const here = at('values', field.id);
  if (field.type === 'choice') {
    const options = field.options?.map((option) => option.value) ?? [];
    return options.includes(String(value)) ? [] : [{ path: here, reason: `no option ${String(value)}; there is ${options.join(', ')}` }];
  }
  if (field.type === 'dateTime' || field.type === 'period' || field.type === 'signature') return judgeMoments(here, value);
  if (field.type === 'region') return known.regions.has(String(value)) ? [] : [{ path: here, reason: `no region ${String(value)}` }];
  if (!Array.isArray(value) || field.type === 'attachments') return [];
  const seen = new Set<string>();
  return value.flatMap((one: unknown, index): CaseError[] => {
    if (typeof one === 'string') return known.municipalities.has(one) ? [] : [{ path: at(here, index), reason: `no municipality ${one}` }];
    const id = String(property(one, 'id'));
    const twice = seen.has(id) ? [{ path: at(here, index, 'id'), reason: `${id} is the id of an earlier line too` }] : [];
    seen.add(id);
    const capabilityId = property(one, 'capabilityId');
    const unknown = typeof capabilityId === 'string' && !known.capabilities.has(capabilityId);
    return unknown ? [...twice, { path: at(here, index, 'capabilityId'), reason: `no capability ${capabilityId}` }] : twice;
  });
}

/** A moment of the right form can still be none: 31 February, or an offset that the zone never had then. */
function judgeMoments(here: string, value: FieldValue): CaseError[] {
  const texts = typeof value === 'string' ? [[here, value] as const] : ['start', 'end', 'signedAt'].map((key) => [at(here, key), property(value, key)] as const);
  return texts.flatMap(([place, text]) => (typeof text === 'string' && !moment(text) ? [{ path: place, reason: `${text} names no moment` }] : []));
}

/** What the advice and the life of a case name: criteria, reasons, moments, earlier entries, fields of the next version. */
function judgeLife({ advice, life }: ScenarioCase, template: Template, fields: ReadonlyMap<string, TemplateField>, known: Known): CaseError[] {
  const errors: CaseError[] = [];
  for (const [key, criteria] of [['values.findings', advice?.values.findings], ['expect.suggestions', advice?.expect?.suggestions]] as const) {
    for (const id of Object.keys(criteria ?? {})) if (!known.criteria.has(id)) errors.push({ path: at('advice', key, id), reason: `no criterion ${id}` });
  }
  for (const [index, entry] of (life?.steps ?? []).entries()) {
    const here = at('life.steps', index);
    if ('finalise' in entry) continue;
    if ('nextVersion' in entry) {
      errors.push(...judgeValues(entry.nextVersion, template, fields, known).map((error) => ({ ...error, path: `${here}.${error.path.replace(/^values/, 'nextVersion')}` })));
      continue;
    }
    if (!moment(entry.at)) errors.push({ path: at(here, 'at'), reason: `${entry.at} names no moment` });
    if (entry.reason !== undefined && !known.reasons.has(entry.reason)) errors.push({ path: at(here, 'reason'), reason: `no reason ${entry.reason}` });
    if (entry.corrects !== undefined && entry.corrects >= index) errors.push({ path: at(here, 'corrects'), reason: 'names no earlier entry' });
  }
  return errors;
}

/** An expectation that can never come true because it names nothing is an error of the file, not a difference. */
function judgeExpectation({ expect }: ScenarioCase, template: Template, fields: ReadonlyMap<string, TemplateField>, known: Known): CaseError[] {
  if (!expect) return [];
  const steps = new Set(known.bases.get(template.legalBasis)?.chain.map((step) => step.id));
  const errors: CaseError[] = [];
  if (expect.legalBasis !== undefined && !known.bases.has(expect.legalBasis)) errors.push({ path: 'expect.legalBasis', reason: `no legal basis ${expect.legalBasis}` });
  for (const [index, id] of (expect.route ?? []).entries()) if (!steps.has(id)) errors.push({ path: at('expect.route', index), reason: `${template.legalBasis} has no step ${id}` });
  for (const key of ['checks', 'absent'] as const) {
    for (const [index, one] of (expect[key] ?? []).entries()) {
      if (!isCheckId(one.id)) errors.push({ path: at('expect', key, index, 'id'), reason: `no check ${one.id}` });
      else if (!template.checks.includes(one.id)) errors.push({ path: at('expect', key, index, 'id'), reason: `template ${template.id} does not ask for check ${one.id}` });
      if (one.field !== undefined && !fields.has(one.field)) errors.push({ path: at('expect', key, index, 'field'), reason: `template ${template.id} has no field ${one.field}` });
    }
  }
  return errors;
}

/** Questions and answers that the finder does not have. */
function judgeAnswers(data: FinderData, { answers }: FinderCase): CaseError[] {
  return Object.entries(answers).flatMap(([id, value]): CaseError[] => {
    const question = data.questions.find((one) => one.id === id);
    if (!question) return [{ path: `finder.answers.${id}`, reason: `no question ${id}; there is ${data.questions.map((one) => one.id).join(', ')}` }];
    const known = question.options.map((option) => option.value);
    return known.includes(value) ? [] : [{ path: `finder.answers.${id}`, reason: `question ${id} has no answer ${value}; there is ${known.join(', ')}` }];
  });
}
