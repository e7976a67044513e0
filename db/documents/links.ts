/**
 * One request per legal basis: an incident that needs two bases gets a request under each, with the facts of the incident typed once and
 * kept in step among the drafts (groups.ts). What each basis asks of its own stays its own.
 */
import type { FieldChanges, FieldValue, RequestDocument } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';
import { carriedOver, inStep } from '../../shared/rules/in-step.ts';
import { record } from '../trail/trail.ts';
import { type Desk, documentOf, documentToWrite } from './desk.ts';
import { addMember, groupIdOf, membersOf, valuesInStep } from './groups.ts';
import { newId } from './ids.ts';
import { addRequest, openRequest } from './requests.ts';
import { checkedChanges, fieldsOf, initialValues } from './values.ts';
import { type DocumentRow, valuesOf } from './working-copies.ts';

export interface LinkedRequests {
  /** one draft per template, in this order; each with the values of its own */
  readonly templates: readonly { readonly templateId: string; readonly values?: FieldChanges | undefined }[];
  /** facts for every draft whose template asks for them */
  readonly values?: FieldChanges | undefined;
  readonly dossierId?: string | undefined;
}

/** All drafts or none. Throws `input.invalid`, `reference.unknown`, `document.unknown`. */
export function createLinked(desk: Desk, { templates, values = {}, dossierId }: LinkedRequests): readonly DocumentRow[] {
  const parts = templates.map(({ templateId, values: own = {} }) => ({ template: desk.reference.template(templateId), own }));
  if (parts.length < 2 || new Set(parts.map(({ template }) => template.id)).size < parts.length) {
    throw new AppError('input.invalid', 'linked requests stand under two different templates or more', { field: 'templates' });
  }
  const nowhere = Object.keys(values).find((field) => !parts.some(({ template }) => asks(template, field)));
  if (nowhere !== undefined) throw new AppError('input.invalid', `no template asks for ${nowhere}`, { field: nowhere });
  for (const { template, own } of parts) {
    // said for one of them it would be said for the others too, whatever they say themselves
    const shared = Object.keys(own).find((field) => parts.some((part) => part.template !== template && inStep(template, part.template).has(field)));
    if (shared !== undefined) throw new AppError('input.invalid', `${shared} is shared by the requests`, { field: shared });
  }
  return desk.file.atomically(() => {
    if (dossierId !== undefined) documentOf(desk, dossierId, 'dossier');
    const at = desk.now();
    const group = newId(at);
    const made: DocumentRow[] = [];
    for (const { template, own } of parts) {
      const asked = Object.fromEntries(Object.entries(values).filter(([field]) => asks(template, field)));
      const started = checkedChanges(template, desk.reference.forAssessment, { ...initialValues(template), ...asked, ...own });
      // the first of them says what they begin with
      const shared = valuesInStep(desk, made.map(({ id }) => id), template);
      made.push(addRequest(desk, template, new Map([...started, ...shared]), { dossier: dossierId }));
      addMember(desk.file, group, made.at(-1)?.id ?? '');
    }
    record(desk.file, { at: at.toISOString(), act: 'linked', document: made[0]?.id ?? '', details: { group, members: made.length } });
    return made;
  });
}

/**
 * A new draft under another template beside a request that is there, in the same dossier. It begins with the facts that both share: as the
 * drafts of the group say them, else as this request does. A finalised request can be linked to: it stays as it is and nothing follows it.
 * Throws `input.invalid` when the group has a request under that template already.
 */
export function linkRequest(desk: Desk, id: string, templateId: string): RequestDocument {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id);
    const template = desk.reference.template(templateId);
    const from = desk.reference.template(document.template_id);
    const members = membersOf(desk.file, id);
    if (template.id === from.id || members.some((member) => member.templateId === template.id)) {
      throw new AppError('input.invalid', `there is a request under ${template.id} already`, { field: 'templateId' });
    }
    const at = desk.now();
    const group = groupIdOf(desk.file, id) ?? newId(at);
    if (members.length === 0) addMember(desk.file, group, id, { follows: document.state === 'draft' });
    const held = valuesOf(desk.file, id);
    const carried = [...carriedOver(from, template)].map((field): [string, FieldValue | null] => [field, held[field] ?? null]);
    const started = checkedChanges(template, desk.reference.forAssessment, initialValues(template));
    const following = membersOf(desk.file, id).flatMap((member) => (member.follows && member.state === 'draft' ? [member.id] : []));
    const made = addRequest(desk, template, new Map([...started, ...carried, ...valuesInStep(desk, following, template)]), { dossier: document.dossier, space: document.space });
    addMember(desk.file, group, made.id);
    record(desk.file, { at: at.toISOString(), act: 'linked', document: id, details: { group, members: membersOf(desk.file, id).length } });
    return openRequest(desk, made.id);
  });
}

function asks(template: Template, field: string): boolean {
  return fieldsOf(template).some(({ id }) => id === field);
}
