/** How revisions of a document follow from each other. What was proven when it was taken in is not proven again here. */
import type { OpenDifferences } from '../../shared/domain/difference.ts';
import type { State } from '../../shared/rules/merge/merge.ts';
import { keyOf } from '../../shared/rules/merge/parts.ts';
import { AppError } from '../../shared/errors.ts';
import { type StoreFile, sql } from '../file/driver.ts';

export function headsOf(file: StoreFile, document: string): string[] {
  return file.rows<{ revision: string }>(sql`SELECT revision FROM head WHERE document = ${document} ORDER BY revision`).map(({ revision }) => revision);
}

export function parentsOf(file: StoreFile, revision: string): string[] {
  return file.rows<{ parent: string }>(sql`
      SELECT older.id AS parent FROM revision CROSS JOIN revision_parent ON revision_parent.revision = revision.seq CROSS JOIN revision AS older ON older.seq = revision_parent.parent
      WHERE revision.id = ${revision} ORDER BY older.id`).map(({ parent }) => parent);
}

/** Reads what revisions say, each once. Use within one piece of work. */
export interface Past {
  readonly parents: (revision: string) => readonly string[];
  readonly state: (revision: string) => State;
}

interface Body extends State {
  readonly open: OpenDifferences;
}

export function pastOf(file: StoreFile): Past {
  const parents = new Map<string, readonly string[]>();
  const states = new Map<string, State>();
  return {
    parents: (revision) => {
      let found = parents.get(revision);
      if (!found) parents.set(revision, (found = parentsOf(file, revision)));
      return found;
    },
    state: (revision) => {
      let found = states.get(revision);
      if (!found) {
        const row = file.row<{ body: string }>(sql`SELECT body FROM revision WHERE id = ${revision}`);
        if (!row) throw new AppError('file.damaged', 'a revision names another that is not there');
        // it was checked by its schema when it was taken in
        const { values, open }: Partial<Body> = JSON.parse(row.body);
        states.set(revision, (found = { values: values ?? {}, open: open ?? {} }));
      }
      return found;
    },
  };
}

function ancestors(past: Past, revision: string): Set<string> {
  const found = new Set([revision]);
  const waiting = [revision];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const parent of past.parents(next)) {
      if (found.has(parent)) continue;
      found.add(parent);
      waiting.push(parent);
    }
  }
  return found;
}

/** The revisions that both go on from and that no other such revision goes on from; by id. */
export function nearestCommon(past: Past, one: string, other: string): string[] {
  const [mine, theirs] = [ancestors(past, one), ancestors(past, other)];
  const common = [...mine].filter((revision) => theirs.has(revision));
  const older = new Set(common.flatMap((revision) => past.parents(revision)));
  return common.filter((revision) => !older.has(revision)).sort();
}

/** The revision that brought the value that a field has in this one: as far back as the value is the same. */
export function broughtBy(past: Past, revision: string, field: string): string {
  const value = keyOf(past.state(revision).values[field]);
  const seen = new Set([revision]);
  let at = revision;
  for (;;) {
    const before = past.parents(at).find((parent) => !seen.has(parent) && keyOf(past.state(parent).values[field]) === value);
    if (before === undefined) return at;
    seen.add(before);
    at = before;
  }
}
