/** Spaces as the window works with them: list, open, create, change, leave; and copying a document from one to another. */
import type { SpaceContents, SpaceDetail, SpaceHoldings, SpaceKind, SpaceMember, SpaceRole, SpaceSummary } from '../../shared/domain/space.ts';
import { AppError } from '../../shared/errors.ts';
import type { Desk, DocumentKind } from '../documents/desk.ts';
import { documentOf } from '../documents/desk.ts';
import { fingerprintOf } from '../documents/identity.ts';
import { type Space, createSpace, mustBeWritable, space as spaceRow, spaces } from '../documents/spaces.ts';
import { deskInView } from '../exercise/in-force.ts';
import { pauseAtFreeze } from '../exercise/script.ts';
import { type Sql, type StoreFile, sql } from '../file/driver.ts';
import { placesIn } from '../local/half-typed.ts';
import { removeWritten } from '../search/entries.ts';
import { bringReferenceIndexUpToDate } from '../search/index-reference.ts';
import { record } from '../trail/trail.ts';
import { afterChainChange } from './chain-change.ts';
import type { Membership } from './chain.ts';
import { chainOf, memberNames, membershipOf } from './members.ts';
import { foundedSpace, mustBeKeeper, ownSubject, state } from './membership.ts';
import { prepare } from './outgoing.ts';
import { takeReadyNow } from './ready.ts';
import { newTally } from './tally.ts';

export function listSpaces({ file }: Desk): SpaceSummary[] {
  return spaces(file).map((row) => summaryOf(file, row));
}

function summaryOf(file: StoreFile, { id, kind, name, region_code, standing, home, frozen, created_at }: Space): SpaceSummary {
  const count = (query: Sql): number => file.row<{ count: number }>(query)?.count ?? 0;
  return {
    id,
    kind,
    name,
    ...(region_code === null ? {} : { regionCode: region_code }),
    standing,
    home: home === 1,
    frozen: frozen === 1,
    members: membershipOf(file, id)?.members.size ?? (standing === 'awaiting' ? 0 : 1),
    documents: count(sql`SELECT count(*) AS count FROM document WHERE space = ${id}`),
    differences: count(sql`
      SELECT count(*) AS count FROM (
        SELECT document FROM open_difference JOIN document ON document.id = open_difference.document WHERE space = ${id}
        UNION SELECT document FROM head JOIN document ON document.id = head.document WHERE space = ${id} GROUP BY document HAVING count(*) > 1)`),
    createdAt: created_at,
  };
}

const fingerprint = (signKey: string): string => fingerprintOf(Buffer.from(signKey, 'base64'));

/** Throws `space.unknown`. */
export function openSpace(desk: Desk, id: string): SpaceDetail {
  const { file, post } = desk;
  const summary = summaryOf(file, spaceRow(file, id));
  const membership = membershipOf(file, id);
  const names = memberNames(file, id);
  const known = new Map(file.rows<{ number: number; known_at: string | null }>(sql`SELECT number, known_at FROM statement WHERE space = ${id}`).map((row) => [row.number, row.known_at]));
  const seen = new Set(file.rows<{ author: Uint8Array }>(sql`SELECT DISTINCT author FROM envelope WHERE space = ${id}`).map(({ author }) => Buffer.from(author).toString('base64')));
  const hasBeenSeen = (signKey: string): boolean => seen.has(Buffer.from(signKey, 'base64').subarray(-32).toString('base64'));
  const named = (signKey: string): { readonly name?: NonNullable<SpaceMember['name']> } => {
    const name = names.get(signKey);
    return name ? { name } : {};
  };
  const members: SpaceMember[] = [...(membership?.members.values() ?? [])].map(({ signKey, role, until }) => {
    const own = signKey === post.signKey;
    const invited = until !== undefined && !own && !hasBeenSeen(signKey);
    return { signKey, fingerprint: fingerprint(signKey), ...named(signKey), role, state: invited ? 'invited' : 'member', ...(invited ? { until } : {}), own };
  });
  const former: SpaceMember[] = [...(membership?.former ?? [])].map(([signKey, why]) => ({
    signKey,
    fingerprint: fingerprint(signKey),
    ...named(signKey),
    role: 'reader',
    state: why,
    own: signKey === post.signKey,
  }));
  const { identity } = post;
  const alone: SpaceMember = { signKey: post.signKey, fingerprint: post.fingerprint, name: { post: identity.name, function: identity.function, regionCode: identity.regionCode }, role: 'keeper', state: 'member', own: true };
  const awaited = file.row<{ until: string }>(sql`SELECT until FROM awaited_space WHERE space = ${id}`);
  return {
    summary,
    contents: contentsOf(file, id),
    holdings: heldByAll(desk, id),
    ...(awaited ? { awaitedUntil: awaited.until } : {}),
    fingerprint: membership ? fingerprintOf(Buffer.from(membership.head, 'hex')) : '',
    // a space that was never shared has no chain yet: it is this post's own
    members: membership || summary.standing !== 'keeper' ? [...members, ...former] : [alone],
    events: chainOf(file, id).map(({ number, act, by, subject, role }) => {
      const [byName, subjectName] = [names.get(by), names.get(subject.signKey)];
      const knownAt = known.get(number);
      return { number, ...(knownAt ? { knownAt } : {}), act, by: fingerprint(by), subject: fingerprint(subject.signKey), ...(byName ? { byName } : {}), ...(subjectName ? { subjectName } : {}), ...(role ? { role } : {}) };
    }),
  };
}

function contentsOf(file: StoreFile, id: string): SpaceContents {
  const count = (kind: string): number => file.row<{ count: number }>(sql`SELECT count(*) AS count FROM document WHERE space = ${id} AND kind = ${kind}`)?.count ?? 0;
  return {
    requests: count('request'),
    dossiers: count('dossier'),
    advices: count('advice'),
    attachments: file.row<{ count: number }>(sql`SELECT count(*) AS count FROM attachment JOIN document ON document.id = attachment.dossier WHERE document.space = ${id}`)?.count ?? 0,
  };
}

export function makeSpace(desk: Desk, made: { readonly kind: SpaceKind; readonly name: string }): SpaceSummary {
  return desk.file.atomically(() => {
    const { id } = createSpace(desk.file, made, desk.now());
    foundedSpace(desk, id);
    return summaryOf(desk.file, spaceRow(desk.file, id));
  });
}

/** One statement of this post and what follows from it. Throws `space.role`, `space.frozen`, `space.lastKeeper`, `entry.unknown`. */
function change(desk: Desk, id: string, act: 'role' | 'remove', signKey: string, role?: SpaceRole): SpaceDetail {
  desk.file.atomically(() => {
    mustBeKeeper(desk, id);
    const { members } = foundedSpace(desk, id);
    const member = members.get(signKey);
    if (!member) throw new AppError('entry.unknown', 'that post is no member of the space');
    if (role !== 'keeper' && isLastKeeper(members, signKey)) throw new AppError('space.lastKeeper', 'no keeper would be left');
    state(desk, id, { act, subject: member, role });
    afterChainChange(desk, id);
  });
  takeReadyNow(desk, newTally());
  return openSpace(desk, id);
}

export const removeMember = (desk: Desk, id: string, signKey: string): SpaceDetail => change(desk, id, 'remove', signKey);
export const setRole = (desk: Desk, id: string, signKey: string, role: SpaceRole): SpaceDetail => change(desk, id, 'role', signKey, role);

/** This post leaves; what it holds stays readable. Throws `space.lastKeeper`, `space.home`, `space.frozen`. */
export function leave(desk: Desk, id: string): SpaceDetail {
  desk.file.atomically(() => {
    const { members, frozen } = foundedSpace(desk, id);
    if (frozen) throw new AppError('space.frozen', 'the exercise is frozen');
    if (isLastKeeper(members, desk.post.signKey)) throw new AppError('space.lastKeeper', 'the last keeper cannot leave the space');
    state(desk, id, { act: 'leave', subject: ownSubject(desk) });
    if (spaceRow(desk.file, id).home === 1) {
      const other = spaces(desk.file).find((one) => one.id !== id && one.kind === 'region' && one.standing === 'keeper');
      if (!other) throw new AppError('space.home', 'the space is the home of this post');
      setHome(desk, other.id);
    }
  });
  return openSpace(desk, id);
}

/**
 * Takes an invitation by words off this post that nothing came of. A space in which the post was before stays as it was then. Throws
 * `space.role` for a space that has come.
 */
export function forgetAwaited(desk: Desk, id: string): void {
  const { file } = desk;
  file.atomically(() => {
    if (spaceRow(file, id).standing !== 'awaiting') throw new AppError('space.role', 'the space has come');
    file.run(sql`DELETE FROM awaited_space WHERE space = ${id}`);
    const before = membershipOf(file, id)?.former.get(desk.post.signKey);
    if (before) file.run(sql`UPDATE space SET standing = ${before} WHERE id = ${id}`);
    else file.run(sql`DELETE FROM space WHERE id = ${id}`);
  });
}

const isLastKeeper = (members: Membership['members'], signKey: string): boolean => {
  const keepers = [...members.values()].filter(({ role }) => role === 'keeper');
  return keepers.length === 1 && keepers[0]?.signKey === signKey;
};

/** As `freeze`, with what was typed until now made ready to go along: afterwards it could not be sent any more. */
export async function freezeWithWork(desk: Desk, id: string): Promise<SpaceDetail> {
  mustBeKeeper(desk, id);
  // its clock stands still with it: no inject and no pack comes of itself after the end
  pauseAtFreeze(desk, id);
  await prepare(desk, id);
  return freeze(desk, id);
}

/** An exercise is over: nothing in it changes any more, on any post that hears of it. */
export function freeze(desk: Desk, id: string): SpaceDetail {
  desk.file.atomically(() => {
    mustBeKeeper(desk, id);
    if (spaceRow(desk.file, id).kind !== 'exercise') throw new AppError('space.role', 'only an exercise is frozen');
    state(desk, id, { act: 'freeze', subject: ownSubject(desk) });
  });
  return openSpace(desk, id);
}

/** Where new documents go. Not an exercise: nobody should make an operational document there by accident. */
export function setHome(desk: Desk, id: string): SpaceSummary[] {
  return desk.file.atomically(() => {
    if (mustBeWritable(desk.file, id).kind === 'exercise') throw new AppError('space.role', 'an exercise is not a home');
    desk.file.run(sql`UPDATE space SET home = 0 WHERE home = 1`);
    desk.file.run(sql`UPDATE space SET home = 1 WHERE id = ${id}`);
    return listSpaces(desk);
  });
}

/** The most that a post which is removed still holds: every revision that was exchanged until now. */
export function heldByAll({ file }: Desk, id: string): SpaceHoldings {
  return (
    file.row<SpaceHoldings>(sql`
      SELECT count(DISTINCT revision.document) AS documents, count(*) AS revisions FROM envelope JOIN revision ON revision.id = envelope.ref
      WHERE envelope.space = ${id} AND envelope.type = 1`) ?? { documents: 0, revisions: 0 }
  );
}

/** Takes an exercise off this post with all that is in it; nothing of another space is touched. Throws `space.role` for another kind. */
export function eraseExercise(desk: Desk, id: string): void {
  const { file } = desk;
  file.atomically(() => {
    const { kind } = spaceRow(file, id);
    if (kind !== 'exercise') throw new AppError('space.role', 'only an exercise is removed from a post');
    const inSpace = file.rows<{ id: string }>(sql`SELECT id FROM document WHERE space = ${id}`);
    file.pragma('defer_foreign_keys = ON');
    file.run(sql`INSERT INTO space_removal (space) VALUES (${id})`);
    file.run(sql`DELETE FROM half_typed WHERE place IN (SELECT id FROM document WHERE space = ${id}) OR substr(place, 1, ${placesIn(id).length}) = ${placesIn(id)}`);
    for (const { id: document } of inSpace) eraseDocument(file, document);
    file.run(sql`DELETE FROM vouched WHERE voucher IN (SELECT id FROM voucher WHERE space = ${id})`);
    file.run(sql`DELETE FROM voucher WHERE space = ${id}`);
    file.run(sql`DELETE FROM envelope WHERE space = ${id}`);
    file.run(sql`DELETE FROM space WHERE id = ${id}`);
    file.run(sql`DELETE FROM blob WHERE sha256 NOT IN (SELECT blob FROM attachment)`);
    record(file, { at: desk.now().toISOString(), act: 'spaceRemoved', details: { space: id, documents: inSpace.length } });
    // what its packs said can be found no more
    bringReferenceIndexUpToDate(file, deskInView(desk).reference);
  });
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table that hangs on a document, told by the file itself, so that a table of a later version is not forgotten. */
function eraseDocument(file: StoreFile, document: string): void {
  removeWritten(file, document);
  const tables = file.rows<{ name: string; column: string; target: string; by: string }>(sql`
    SELECT m.name, f."from" AS column, f."table" AS target, f."to" AS by FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f
    WHERE m.type = 'table' AND f."table" IN ('document', 'revision') AND m.name <> 'revision'`);
  for (const { name, column, target, by } of tables.filter((one) => one.target === 'revision')) {
    file.run({ text: `DELETE FROM ${quoted(name)} WHERE ${quoted(column)} IN (SELECT ${quoted(by)} FROM ${quoted(target)} WHERE document = ?)`, values: [document] });
  }
  for (const { name, column } of tables.filter((one) => one.target === 'document' && one.name !== 'document')) {
    file.run({ text: `DELETE FROM ${quoted(name)} WHERE ${quoted(column)} = ?`, values: [document] });
  }
  // what lies outside the space and named it goes on without it
  file.run(sql`UPDATE document SET dossier = NULL WHERE dossier = ${document}`);
  file.run(sql`UPDATE document SET origin = NULL WHERE origin = ${document}`);
  file.run(sql`DELETE FROM revision WHERE document = ${document}`);
  file.run(sql`DELETE FROM document WHERE id = ${document}`);
}

/** Whether a document is of an exercise: the kind of its space says so. Throws `document.unknown`. */
export function isExercise(desk: Desk, id: string, kind: DocumentKind = 'request'): boolean {
  return spaceRow(desk.file, documentOf(desk, id, kind).space).kind === 'exercise';
}
