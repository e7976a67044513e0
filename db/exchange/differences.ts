/** Open differences as a person decides them: both values with who wrote them, what both went on from, and the decision as a revision. */
import { type AnyValue, type Candidate, type DifferenceDetail, type DifferenceSummary, type DocumentName, type SharedKind, type WindowValue, anyValue, sharedKind } from '../../shared/domain/difference.ts';
import { mergeAuthor } from '../../shared/domain/choices.ts';
import type { FieldChanges } from '../../shared/domain/request.ts';
import { ZodError } from 'zod';
import { nestedAdvice } from '../../shared/domain/advice.ts';
import { dossierValues } from '../../shared/domain/dossier.ts';
import { documentFields, fieldMap } from '../../shared/document/document-fields.ts';
import { AppError } from '../../shared/errors.ts';
import { type Item, type Values, asItem, itemsOf, keyOf, valueAt, withValue } from '../../shared/rules/merge/parts.ts';
import { broughtBy, nearestCommon, parentsOf, pastOf } from '../documents/ancestry.ts';
import { type Desk, documentToWrite } from '../documents/desk.ts';
import { keepOpen, openOf } from '../documents/open-differences.ts';
import { summarise } from '../documents/projection.ts';
import { findRevision, isDocumentContent } from '../documents/revisions.ts';
import { readOnlyOf } from '../documents/spaces.ts';
import { titleOf } from '../documents/title.ts';
import { checkedChanges } from '../documents/values.ts';
import { inView } from '../documents/view.ts';
import { type DocumentRow, type StoredValue, documentRow, valuesOf, writeFields } from '../documents/working-copies.ts';
import { type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { record } from '../trail/trail.ts';
import { snapshotOf } from './kinds.ts';
import { mergeStates, proposalsOf } from './settle.ts';

const kindOf = (row: DocumentRow): SharedKind | undefined => sharedKind.options.find((one) => one === row.kind);

/** What waits for a person in what the post works in. */
export function listDifferences(desk: Desk): DifferenceSummary[] {
  const { file } = desk;
  const waits = sql`
    SELECT document.id, (SELECT count(*) FROM open_difference WHERE document = document.id) AS open, (SELECT count(*) FROM head WHERE head.document = document.id) AS heads
    FROM document WHERE id IN (SELECT document FROM open_difference UNION SELECT document FROM head GROUP BY document HAVING count(*) > 1) AND`;
  const rows = file.rows<{ id: string; open: number; heads: number }>(sqlOf(waits, inView(file), sql`ORDER BY reference`));
  const waiting = rows.flatMap(({ id, heads }): DifferenceSummary[] => {
    const row = documentRow(file, id);
    const kind = row && kindOf(row);
    if (!row || !kind) return [];
    const open = Object.keys(openOf(file, id)).length;
    const base = { documentId: id, spaceId: row.space, kind, reference: row.reference, title: titleOf(file, id), ...readOnlyOf(file, row.space) };
    return [...(open > 0 ? [{ ...base, state: 'open' as const, count: open }] : []), ...(heads > 1 ? [{ ...base, state: 'proposal' as const, count: heads - 1 }] : [])];
  });
  // what holds a document up comes first; a proposal waits for its next version
  return waiting.toSorted((one, other) => Number(one.state === 'proposal') - Number(other.state === 'proposal'));
}

/** What documents are called, of those in view; in the order asked. */
export function namesOf({ file }: Desk, ids: readonly string[]): DocumentName[] {
  const seen = new Map(file.rows<{ id: string; kind: string; reference: string }>(sqlOf(sql`SELECT id, kind, reference FROM document WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND`, inView(file))).map((row) => [row.id, row]));
  return ids.flatMap((id): DocumentName[] => {
    const row = seen.get(id);
    const kind = sharedKind.options.find((one) => one === row?.kind);
    return row && kind ? [{ id, kind, reference: row.reference, title: titleOf(file, id) }] : [];
  });
}

// what lies in a revision or in the table was checked when it was written
const plain = (values: unknown): Values => values as Values;
const plainValues = (file: StoreFile, id: string): Values => plain(valuesOf(file, id));

/** Throws `document.unknown`. */
export function openDifference(desk: Desk, id: string): DifferenceDetail {
  const { file } = desk;
  const row = documentRow(file, id);
  const kind = row && kindOf(row);
  if (!row || !kind) throw new AppError('document.unknown', `no document ${id}`, { details: { id } });
  const values = plainValues(file, id);
  const open = openOf(file, id);
  const joined = row.head === null ? undefined : joinedIn(desk, row.head);
  const template = desk.reference.all.templates.find((one) => one.id === row.template_id);
  const fields = fieldMap(documentFields(kind, template, desk.reference.all.adviceCriteria));
  const labelled = (path: string) => {
    const name = path.split('/')[0] ?? '';
    const field = fields.get(name);
    return { path, field: name, ...(field ? { label: field.label } : {}) };
  };
  return {
    documentId: id,
    spaceId: row.space,
    kind,
    reference: row.reference,
    title: titleOf(file, id),
    ...(kind === 'request' ? { templateId: row.template_id } : {}),
    state: row.state,
    version: row.version,
    ...readOnlyOf(file, row.space),
    seq: row.seq,
    ...(joined?.ancestor === undefined ? {} : { ancestor: { id: joined.ancestor, number: numberOf(file, joined.ancestor) } }),
    open: Object.entries(open).map(([path, candidates]) => {
      const [name = '', item, part] = path.split('/');
      const field = fields.get(name);
      const called = item === undefined ? undefined : [values, joined?.base ?? {}].map((one) => calledBy(itemIn(one, name, item))).find(Boolean) ?? candidates.map(({ value }) => calledBy(asItem(value))).find(Boolean);
      return {
        ...labelled(path),
        ...(field?.type ? { type: field.type } : {}),
        ...(called === undefined ? {} : { item: called }),
        ...(part === undefined ? {} : { part }),
        before: (joined && valueAt(joined.base, path)) ?? null,
        candidates: withStanding(desk, row, path, candidates, valueAt(values, path) ?? null).map(({ value, revision }) => {
          const made = revision === undefined ? undefined : findRevision(file, revision);
          if (!made) return { value };
          const note = isDocumentContent(made.content) ? noteOf(plain(made.content.values), name, item) : undefined;
          return { value, revision: made.id, author: made.content.author, at: made.at, ...(note === undefined || part === 'note' ? {} : { note }) };
        }),
        now: valueAt(values, path) ?? null,
      };
    }),
    merged: (joined?.changes ?? []).map(({ path, was, becomes, from }) => ({ ...labelled(path), was, becomes, ...(from ? { from } : {}) })),
    proposals: proposalsOf(desk, id).map(({ id: revision, at, content }) => {
      const [ancestor, ...others] = row.head === null ? [] : nearestCommon(pastOf(file), row.head, revision);
      return {
        revision,
        at,
        author: content.author,
        version: 'version' in content ? content.version : 1,
        state: 'state' in content ? content.state : 'draft',
        ...(ancestor === undefined || others.length > 0 ? {} : { ancestor }),
      };
    }),
  };
}

/**
 * Who goes on writing in a field that stands open decides nothing, but what they wrote is a value to choose too: beside the others when it is
 * none of them.
 */
function withStanding({ file }: Desk, { head }: DocumentRow, path: string, candidates: readonly Candidate[], now: AnyValue): readonly Candidate[] {
  if (candidates.some(({ value }) => keyOf(value) === keyOf(now))) return candidates;
  const past = pastOf(file);
  const isRevised = head !== null && keyOf(valueAt(past.state(head).values, path)) === keyOf(now);
  return [...candidates, { value: now, ...(isRevised ? { revision: broughtBy(past, head, path.split('/')[0] ?? '') } : {}) }];
}

const numberOf = (file: StoreFile, revision: string): number => file.row<{ number: number }>(sql`SELECT number FROM revision WHERE id = ${revision}`)?.number ?? 1;

const itemIn = (values: Values, field: string, item: string) => (Array.isArray(values[field]) ? itemsOf(values[field])?.get(item) : undefined);

/** What an item of a list is called by people. */
function calledBy(found: Item | undefined): string | undefined {
  const name = found?.['description'] ?? found?.['regionCode'] ?? found?.['field'];
  return typeof name === 'string' ? name : undefined;
}

/** The remark that stands with an item: often why somebody chose its number. */
function noteOf(values: Values, field: string, item: string | undefined): string | undefined {
  const note = item === undefined ? undefined : itemIn(values, field, item)?.['note'];
  return typeof note === 'string' ? note : undefined;
}

interface JoinedIn {
  readonly ancestor?: string;
  readonly base: Values;
  readonly changes: readonly { readonly path: string; readonly was: AnyValue; readonly becomes: AnyValue; readonly from?: { readonly post: string; readonly function: string } }[];
}

/** The nearest merge behind a revision, made once more to tell what it joined. */
function joinedIn({ file }: Desk, head: string): JoinedIn | undefined {
  const past = pastOf(file);
  let at: string | undefined = head;
  while (at !== undefined && past.parents(at).length === 1) at = past.parents(at)[0];
  const [one, other] = at === undefined ? [] : parentsOf(file, at);
  if (one === undefined || other === undefined) return undefined;
  const bases = nearestCommon(past, one, other);
  const [ancestor] = bases;
  const base = ancestor === undefined ? {} : past.state(ancestor).values;
  const merged = mergeStates(past, bases, one, other);
  const authorOf = (revision: string) => findRevision(file, revision)?.content.author;
  return {
    ...(ancestor === undefined || bases.length > 1 ? {} : { ancestor }),
    base,
    changes: merged.joined.map(({ path, from }) => {
      const author = from === 'both' ? undefined : authorOf(from === 'one' ? one : other);
      return { path, was: valueAt(base, path) ?? null, becomes: valueAt(merged.values, path) ?? null, ...(author && author.function !== mergeAuthor.function ? { from: author } : {}) };
    }),
  };
}

export interface Decision {
  readonly path: string;
  readonly value: WindowValue;
}

/**
 * Writes what was decided and makes a revision of it. What is not decided stays open. Throws `document.stale` when the person saw another
 * working copy, `entry.unknown` for a path that does not stand open, `document.finalised`, `space.role`.
 */
export function decide(desk: Desk, id: string, seq: number, decisions: readonly Decision[]): { readonly seq: number; readonly savedAt: string; readonly left: number } {
  const { file } = desk;
  return file.atomically(() => {
    const row = documentRow(file, id);
    const kind = row && kindOf(row);
    if (!row || !kind) throw new AppError('document.unknown', `no document ${id}`, { details: { id } });
    documentToWrite(desk, id, kind);
    if (row.state === 'finalised') throw new AppError('document.finalised', 'a finalised version does not change', { details: { reference: row.reference, version: row.version } });
    if (row.seq !== seq) throw new AppError('document.stale', `the stored working copy is ${row.seq}, not ${seq}`, { details: { stored: row.seq, seen: seq } });
    const left = new Map(Object.entries(openOf(file, id)));
    let values = plainValues(file, id);
    for (const { path, value: given } of decisions) {
      const value = anyValue.parse(given);
      const candidates = left.get(path);
      if (!candidates) throw new AppError('entry.unknown', 'that field does not stand open', { field: path });
      if (shapeDiffers(value, candidates.map((one) => one.value))) throw new AppError('input.invalid', 'the value is of another kind than those that stand open', { field: path });
      values = withValue(values, path, value);
      left.delete(path);
    }
    const now = plainValues(file, id);
    const changes = new Map<string, StoredValue | null>();
    for (const field of new Set([...Object.keys(values), ...Object.keys(now)])) if (keyOf(values[field]) !== keyOf(now[field])) changes.set(field, values[field] ?? null);
    mustHold(row.kind, values);
    const savedAt = desk.now().toISOString();
    const template = row.kind === 'request' ? desk.reference.all.templates.find((one) => one.id === row.template_id) : undefined;
    // a value of one's own is checked as if it was typed in its field
    writeFields(file, row, template ? checkedChanges(template, desk.reference.forAssessment, Object.fromEntries(changes) as FieldChanges) : changes, savedAt);
    if (row.kind === 'request') summarise(file, id, changes.keys());
    keepOpen(file, id, Object.fromEntries(left));
    file.run(sql`UPDATE document SET saved_at = ${savedAt}, revised_seq = -1 WHERE id = ${id}`);
    snapshotOf(desk, id);
    record(file, { at: savedAt, act: 'decided', document: id, details: { decided: decisions.length, left: left.size } });
    return { seq: documentRow(file, id)?.seq ?? row.seq, savedAt, left: left.size };
  });
}

/** A value of one's own in a dossier or an advice is checked as if it was typed there; of a request its template tells. */
function mustHold(kind: string, values: Values): void {
  try {
    if (kind === 'dossier') dossierValues.parse(values);
    if (kind === 'advice') nestedAdvice(values);
  } catch (error) {
    const field = error instanceof ZodError ? error.issues[0]?.path.map(String).join('.') : undefined;
    throw new AppError('input.invalid', `the value does not fit the ${kind}`, field === undefined ? {} : { field });
  }
}

const shape = (one: AnyValue): string => (Array.isArray(one) ? 'list' : asItem(one) ? 'item' : typeof one);

/** A person may fill in another value, but of the kind that the field holds. */
function shapeDiffers(value: AnyValue, others: readonly AnyValue[]): boolean {
  return value !== null && !others.some((one) => one === null || shape(one) === shape(value));
}
