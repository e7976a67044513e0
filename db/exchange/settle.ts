/**
 * One document after revisions of it arrived. Drafts that were written apart are merged, two by two in the order of their ids, into
 * revisions that every post makes alike. A finalised version is never merged away: a draft that was written beside it waits as a
 * proposal for the next version, and so does a second finalised version of the same number.
 */
import { canonicalJson } from '../documents/canonical.ts';
import { type Past, broughtBy, headsOf, nearestCommon, pastOf } from '../documents/ancestry.ts';
import type { Desk } from '../documents/desk.ts';
import { type ContentOf, type DocumentContent, addRevision, findRevision, isDocumentContent } from '../documents/revisions.ts';
import { findSpace, writes } from '../documents/spaces.ts';
import { sql } from '../file/driver.ts';
import { documentRow } from '../documents/working-copies.ts';
import { mergeAuthor } from '../../shared/domain/choices.ts';
import { type Merged, merge } from '../../shared/rules/merge/merge.ts';
import { record } from '../trail/trail.ts';
import { snapshotOf } from './kinds.ts';
import { type Head, project } from './project.ts';

export interface Settled {
  /** fields of the working copy that changed */
  readonly fields: readonly string[];
  /** a person must decide something */
  readonly differs: boolean;
}

/** `known`: contents that were just taken in, so that they are not read again. Call inside a transaction. */
export function settle(desk: Desk, document: string, known: ReadonlyMap<string, Head> = new Map()): Settled {
  const { file } = desk;
  const row = documentRow(file, document);
  if (!row) throw new Error('a document without a row');
  const space = findSpace(file, row.space);
  const mayMerge = space !== undefined && writes(space);
  // what was typed since the last revision takes part as a revision of its own: nothing of it is lost. Also of a post that may not write
  // any more: it stays in its own history
  if (row.head !== null && row.seq !== row.revised_seq) snapshotOf(desk, document);

  let heads = readHeads(desk, document, known);
  for (let pair = mayMerge ? toMerge(heads) : undefined; pair; pair = toMerge(heads)) {
    mergeHeads(desk, pair, nextVersionOf(heads));
    heads = readHeads(desk, document, known);
  }
  const [shown, ...others] = heads.toSorted((one, other) => (mayMerge ? 0 : Number(isOwn(desk, one)) - Number(isOwn(desk, other))) || byStanding(one, other));
  if (!shown) throw new Error('a document without a head');
  const fields = project(desk, shown);
  return { fields, differs: shown.content.open !== undefined || (mayMerge && others.length > 0) };
}

/** What waits beside the head that shows: proposals for the next version. */
export function proposalsOf(desk: Desk, document: string): Head[] {
  return readHeads(desk, document, new Map()).toSorted(byStanding).slice(1);
}

/** Joins a finalised version with what waits beside it into the draft of the next version. Call inside a transaction. */
export function mergeProposals(desk: Desk, document: string): void {
  let heads = readHeads(desk, document, new Map()).toSorted(byId);
  const version = Math.max(...heads.map(versionOf)) + 1;
  for (let [one, other] = heads; one && other; [one, other] = heads) {
    mergeHeads(desk, [one, other], version);
    heads = readHeads(desk, document, new Map()).toSorted(byId);
  }
  const [made] = heads;
  if (made) project(desk, made);
}

/** Of a post that may not write any more, nobody may ever take it: what the others say goes before it. */
function isOwn({ file, post }: Desk, { id }: Head): boolean {
  return file.row(sql`SELECT id FROM revision WHERE id = ${id} AND signer = ${post.publicKey}`) !== undefined;
}

function readHeads({ file }: Desk, document: string, known: ReadonlyMap<string, Head>): Head[] {
  return headsOf(file, document).map((id) => {
    const held = known.get(id);
    if (held) return held;
    const found = findRevision(file, id);
    if (!found || !isDocumentContent(found.content)) throw new Error('a head is no document');
    return { id, at: found.at, content: found.content };
  });
}

const byId = (one: Head, other: Head): number => (one.id < other.id ? -1 : 1);
const versionOf = ({ content }: Head): number => ('version' in content ? content.version : 1);
const isFinal = ({ content }: Head): boolean => 'state' in content && content.state === 'finalised';

/** The highest version first; of one version the finalised one; then by id, so that all posts show the same. */
function byStanding(one: Head, other: Head): number {
  return versionOf(other) - versionOf(one) || Number(isFinal(other)) - Number(isFinal(one)) || byId(one, other);
}

/** The two heads that are merged next, or none: drafts behind a finalised version wait beside it. */
function toMerge(heads: readonly Head[]): readonly [Head, Head] | undefined {
  const highest = Math.max(0, ...heads.filter(isFinal).map(versionOf));
  const goesOn = heads.some((head) => !isFinal(head) && versionOf(head) > highest);
  const [one, other] = goesOn ? heads.toSorted(byId) : [];
  return one && other ? [one, other] : undefined;
}

const nextVersionOf = (heads: readonly Head[]): number => Math.max(...heads.map(versionOf));

function mergeHeads(desk: Desk, [one, other]: readonly [Head, Head], version: number): void {
  const past = pastOf(desk.file);
  const bases = nearestCommon(past, one.id, other.id);
  const { values, open } = mergeStates(past, bases, one.id, other.id);
  const at = one.at > other.at ? one.at : other.at;
  const head = headerOf(desk, bases, one.content, other.content);
  const joined = { ...head, values, ...(Object.keys(open).length === 0 ? {} : { open }), parents: [one.id, other.id], author: mergeAuthor, merged: 'steunpunt-merge/1' as const };
  const made = 'version' in joined ? { ...joined, version, state: 'draft' as const } : joined;
  // the header is that of a checked revision, and merged values are values of its sides
  const { revision } = addRevision(desk.file, desk.post, made as ContentOf<DocumentContent['kind']>, at);
  record(desk.file, { at: desk.now().toISOString(), act: 'merged', document: one.content.document, details: { revision: revision.id, open: Object.keys(open).length } });
}

/** The three-way merge of two revisions on those that both go on from. */
export function mergeStates(past: Past, bases: readonly string[], one: string, other: string): Merged {
  const side = (revision: string) => ({ ...past.state(revision), origin: (field: string) => broughtBy(past, revision, field) });
  return merge(bases.map(past.state), side(one), side(other));
}

const text = (value: unknown): string => (value === undefined ? '' : canonicalJson(value));

/** Everything of a content but its values: fixed from the start, or as the side says that changed it. Where both did, by the text of it. */
function headerOf({ file }: Desk, bases: readonly string[], one: DocumentContent, other: DocumentContent): Record<string, unknown> {
  const [first] = bases;
  const base: Record<string, unknown> = first === undefined ? {} : { ...findRevision(file, first)?.content };
  const [mine, theirs]: Record<string, unknown>[] = [{ ...one }, { ...other }];
  const left = new Set(['values', 'open', 'parents', 'author', 'merged', 'state', 'version', 'reason', 'packVersions']);
  const header: Record<string, unknown> = {};
  for (const key of [...new Set([...Object.keys(mine ?? {}), ...Object.keys(theirs ?? {})])].filter((name) => !left.has(name)).sort()) {
    const [own, their, was] = [mine?.[key], theirs?.[key], base[key]].map(text);
    const value = own === their || their === was ? mine?.[key] : own === was ? theirs?.[key] : (own ?? '') > (their ?? '') ? mine?.[key] : theirs?.[key];
    if (value !== undefined) header[key] = value;
  }
  if ('packVersions' in one && 'packVersions' in other) header['packVersions'] = newest(one.packVersions, other.packVersions);
  return { ...header, ...('version' in one ? { version: 1, state: 'draft' } : {}) };
}

const number = (version: string): number[] => version.split('.').map(Number);

/** Of each pack the later version, `2026.10` after `2026.9`. */
function newest(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].sort().map((pack) => [pack, later(one[pack], other[pack])]));
}

function later(one = '0.0', other = '0.0'): string {
  const [[year = 0, count = 0], [otherYear = 0, otherCount = 0]] = [number(one), number(other)];
  return otherYear > year || (otherYear === year && otherCount > count) ? other : one;
}
