/**
 * Two drafts that are there already become one group (groups.ts): an incident turns out to need both. What they share is said once from then on;
 * before a fact gives way its draft becomes a revision, so that the history holds what each of them said.
 */
import type { FieldValue, RequestDocument, RequestJoining } from '../../shared/domain/request.ts';
import { AppError } from '../../shared/errors.ts';
import { same } from '../../shared/rules/difference.ts';
import { type Drafted, type FactApart, type JoinChoice, type JoinRefusal, factsApart, mustChoose, sharedWith, standing } from '../../shared/rules/join.ts';
import { record } from '../trail/trail.ts';
import { type Desk, documentOf, documentToWrite, mustBeDraft } from './desk.ts';
import { type Touched, addMember, groupIdOf, membersOf } from './groups.ts';
import { newId } from './ids.ts';
import { openIn } from './open-differences.ts';
import { summarise } from './projection.ts';
import { openRequest } from './requests.ts';
import { titleOf } from './title.ts';
import { snapshot } from './versions.ts';
import { type DocumentRow, documentRow, valuesOf, writeFields } from './working-copies.ts';

interface Side {
  readonly document: DocumentRow;
  /** the drafts that will be kept in step, the request itself first */
  readonly drafts: readonly (Drafted & { readonly document: DocumentRow })[];
  readonly group: string | undefined;
}

/** What a person chooses from before `joinRequests`. Throws as that does. */
export function joiningOf(desk: Desk, id: string, otherId: string): RequestJoining {
  const [own, other] = sidesOf(desk, documentOf(desk, id), documentOf(desk, otherId));
  return {
    seq: own.document.seq,
    other: { id: otherId, reference: other.document.reference, title: titleOf(desk.file, otherId), templateId: other.document.template_id, seq: other.document.seq },
    facts: factsApart(own.drafts, other.drafts).map((fact) => ({ ...fact, choose: mustChoose(fact) })),
  };
}

export interface Join {
  readonly id: string;
  readonly otherId: string;
  /** the working copies that the person saw */
  readonly seq: number;
  readonly otherSeq: number;
  readonly choices: Readonly<Record<string, JoinChoice>>;
}

/** Throws `link.impossible` with the reason, `document.finalised`, `document.differs`, and `input.invalid` naming a fact that nobody chose. */
export function joinRequests(desk: Desk, { id, otherId, seq, otherSeq, choices }: Join): { readonly request: RequestDocument; readonly touched: readonly Touched[] } {
  return desk.file.atomically(() => {
    const [own, other] = sidesOf(desk, documentToWrite(desk, id), documentToWrite(desk, otherId));
    if (own.document.seq !== seq || other.document.seq !== otherSeq) throw impossible('changed');
    const facts = new Map(factsApart(own.drafts, other.drafts).map((fact) => [fact.field, standingOf(fact, choices)]));
    const now = desk.now();
    const at = now.toISOString();
    const written = [...own.drafts.map((draft) => take(desk, draft, other, facts, at)), ...other.drafts.map((draft) => take(desk, draft, own, facts, at))];
    const group = own.group ?? other.group ?? newId(now);
    for (const side of [own, other]) if (side.group === undefined) addMember(desk.file, group, side.document.id);
    record(desk.file, { at, act: 'linked', document: id, details: { group, members: membersOf(desk.file, id).length } });
    return { request: openRequest(desk, id), touched: written };
  });
}

/** The facts of the other side, and those of its own that stand, in a draft. What it said before is a revision first. */
function take(desk: Desk, draft: Side['drafts'][number], from: Side, facts: ReadonlyMap<string, FieldValue | null>, at: string): Touched {
  const { document } = draft;
  const shared = sharedWith(draft, from.drafts);
  const changes = new Map([...facts].filter(([field]) => shared.has(field)));
  const former = { id: document.id, seq: document.seq, savedAt: document.saved_at };
  if (changes.size === 0) return former;
  if ([...changes].some(([field, value]) => Object.hasOwn(draft.values, field) && !same(draft.values[field], value))) snapshot(desk, document);
  if (!writeFields(desk.file, document, changes, at)) return former;
  summarise(desk.file, document.id, changes.keys());
  return { id: document.id, seq: document.seq + 1, savedAt: at };
}

function standingOf(fact: FactApart, choices: Join['choices']): FieldValue | null {
  const value = standing(fact, choices[fact.field]);
  if (value === undefined) throw new AppError('input.invalid', `nobody chose whose ${fact.field} stands`, { field: fact.field });
  return value;
}

function sidesOf(desk: Desk, one: DocumentRow, twin: DocumentRow): readonly [Side, Side] {
  if (one.id === twin.id) throw impossible('itself');
  if (one.space !== twin.space) throw impossible('spaces');
  const [own, other] = [sideOf(desk, one), sideOf(desk, twin)];
  // the groups of other posts grow by what joins them; a request that left one for another they would not follow
  if (own.group !== undefined && other.group !== undefined) throw impossible('groups');
  const templates = new Set(templatesOf(desk, one));
  if (templatesOf(desk, twin).some((id) => templates.has(id))) throw impossible('template');
  return [own, other];
}

function sideOf(desk: Desk, document: DocumentRow): Side {
  mustBeDraft(document);
  const members = membersOf(desk.file, document.id);
  // what was finalised once goes its own way, and so do its later versions
  if (members.some(({ id, follows }) => id === document.id && !follows) || document.version > 1) throw impossible('version');
  const rows = members.flatMap(({ id, follows, state }) => (id !== document.id && follows && state === 'draft' ? (documentRow(desk.file, id) ?? []) : []));
  const drafts = [document, ...rows].map((row) => ({ document: row, template: desk.reference.template(row.template_id), values: valuesOf(desk.file, row.id) }));
  for (const { document: row } of drafts) {
    if ('open' in openIn(desk.file, row.id)) throw new AppError('document.differs', 'a field that two posts changed apart is not decided', { details: { reference: row.reference } });
  }
  return { document, drafts, group: groupIdOf(desk.file, document.id) };
}

function templatesOf({ file }: Desk, { id, template_id }: DocumentRow): readonly string[] {
  return [template_id, ...membersOf(file, id).map(({ templateId }) => templateId)];
}

const impossible = (reason: JoinRefusal): AppError => new AppError('link.impossible', `the requests are not joined: ${reason}`, { details: { reason } });
