/** Splits a draft that several municipalities need into one request each. */
import type { FieldValue } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';
import { record } from '../trail/trail.ts';
import { type Desk, documentToWrite, mustBeDraft } from './desk.ts';
import { type Touched, addMember, groupIdOf, membersOf, municipalitiesField, valuesInStep } from './groups.ts';
import { newId } from './ids.ts';
import { summarise } from './projection.ts';
import { addRequest } from './requests.ts';
import { checkedChanges, fieldsOf, initialValues } from './values.ts';
import { type DocumentRow, valuesOf, writeFields } from './working-copies.ts';

/**
 * One request per municipality: the request itself takes the first that it named already, each other gets a draft of its own with the
 * shared fields. A request that was split before gains the municipalities that no member has. Gives every member under its template, in order.
 * Throws `document.finalised`, `input.invalid`, `reference.unknown`.
 */
export function splitRequest(desk: Desk, id: string, wanted: readonly string[]): { readonly members: readonly string[]; readonly touched: readonly Touched[] } {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id);
    mustBeDraft(document);
    const template = desk.reference.template(document.template_id);
    if (!fieldsOf(template).some((field) => field.id === municipalitiesField && field.perMunicipality)) {
      throw new AppError('input.invalid', `template ${template.id} is not split by municipality`, { field: 'id' });
    }
    const codes = [...new Set(wanted)];
    const at = desk.now();
    const held = groupIdOf(desk.file, id);
    // a request that is linked to others under another basis is split as any other: those stay linked to each of its members
    const alike = membersOf(desk.file, id).filter((member) => member.templateId === template.id);
    const touched: Touched[] = [];
    let missing: readonly string[];
    if (alike.some((member) => member.id === id && !member.follows)) throw new AppError('input.invalid', 'a member that was finalised adds no others', { field: 'id' });
    const group = held ?? newId(at);
    if (alike.length < 2) {
      if (codes.length < 2) throw new AppError('input.invalid', 'a request is split over two municipalities or more', { field: 'municipalities' });
      const named = valuesOf(desk.file, id)[municipalitiesField];
      const own = codes.find((code) => Array.isArray(named) && named.some((one) => one === code)) ?? codes[0] ?? '';
      touched.push(makeOwn(desk, document, template, own, at.toISOString()));
      if (held === undefined) addMember(desk.file, group, id);
      missing = codes.filter((code) => code !== own);
    } else {
      missing = codes.filter((code) => !alike.some(({ municipality }) => municipality === code));
    }
    // what is shared was checked when it was saved; a pack that dropped a code since must not stop the split
    const common = valuesInStep(desk, [id], template);
    for (const code of missing) {
      const own = checkedChanges(template, desk.reference.forAssessment, { ...initialValues(template), ...ofMunicipality(desk, template, code) });
      const made = addRequest(desk, template, new Map<string, FieldValue | null>([...own, ...common]), { dossier: document.dossier, space: document.space });
      addMember(desk.file, group, made.id);
      touched.push({ id: made.id, seq: made.seq, savedAt: made.saved_at });
    }
    const members = membersOf(desk.file, id).flatMap((member) => (member.templateId === template.id ? [member.id] : []));
    record(desk.file, { at: at.toISOString(), act: 'split', document: id, details: { group, members: members.length } });
    return { members, touched };
  });
}

/** The request keeps its shared fields and becomes that of one municipality. */
function makeOwn(desk: Desk, document: DocumentRow, template: Template, code: string, savedAt: string): Touched {
  const changes = checkedChanges(template, desk.reference.forAssessment, ofMunicipality(desk, template, code));
  const changed = writeFields(desk.file, document, changes, savedAt);
  if (!changed) return { id: document.id, seq: document.seq, savedAt: document.saved_at };
  summarise(desk.file, document.id, changes.keys());
  return { id: document.id, seq: document.seq + 1, savedAt };
}

/** What follows from the municipality alone: itself, and its region where the template asks for one per municipality. */
function ofMunicipality(desk: Desk, template: Template, code: string): Record<string, FieldValue> {
  const region = desk.reference.forAssessment.municipalities[code]?.regionCode;
  const asksRegion = fieldsOf(template).some((field) => field.id === 'applicant.region' && field.perMunicipality);
  return { [municipalitiesField]: [code], ...(asksRegion && region !== undefined ? { 'applicant.region': region } : {}) };
}
