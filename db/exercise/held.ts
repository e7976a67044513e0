/**
 * The script of an exercise as this post holds it, with the acts that count and the packs in it. Reading proves every signature, so it is
 * kept in memory until the exercise has another revision or another statement.
 */
import type { ScriptAct, ScriptPack, ShownPack } from '../../shared/domain/exercise-script.ts';
import type { Pack } from '../../shared/domain/pack.ts';
import { type ScriptClock, scriptClock } from '../../shared/rules/script-clock.ts';
import { type TimedPack, exercisePackKinds } from '../../shared/rules/script-packs.ts';
import { type Revision, revisionsOf } from '../documents/revisions.ts';
import { keptThen } from '../exchange/keeping.ts';
import { chainOf } from '../exchange/members.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { packHash, readPackValue } from '../packs/read.ts';

/** The moment of the act as a post wrote it down, beside what it says. */
export type Act = Revision<'scriptAct'>;

export interface HeldPack extends TimedPack {
  readonly said: ScriptPack['pack'];
  /** SHA-256 of its canonical JSON */
  readonly hash: string;
  /** absent where this post cannot use it */
  readonly pack?: Pack;
  readonly trouble?: NonNullable<ShownPack['trouble']>;
}

export interface HeldScript {
  readonly script: Revision<'script'>;
  /** those that count, in the order of the moments at which they were written down */
  readonly acts: readonly Act[];
  readonly packs: readonly HeldPack[];
  /** ids of the revisions of scripts and acts of posts that did not keep the exercise when they made them */
  readonly ignored: readonly string[];
}

interface Kept {
  readonly stamp: string;
  readonly held: HeldScript | undefined;
}

const kept = new WeakMap<StoreFile, Map<string, Kept>>();

/** The one that was loaded last by a post that kept the exercise; none where there is no such script. */
export function heldScript(file: StoreFile, space: string): HeldScript | undefined {
  const documents = file.rows<{ id: string }>(sql`SELECT id FROM document WHERE space = ${space} AND kind = 'script' ORDER BY id DESC`).map(({ id }) => id);
  if (documents.length === 0) return undefined;
  const known = file.row<{ count: number; seq: number; id: string }>(sql`
    SELECT count(*) AS count, max(seq) AS seq, max(id) AS id FROM revision WHERE document IN (SELECT value FROM json_each(${JSON.stringify(documents)}))`);
  const last = file.row<{ json: string }>(sql`SELECT json FROM statement WHERE space = ${space} ORDER BY number DESC LIMIT 1`);
  const stamp = `${known?.count} ${known?.seq} ${known?.id} ${last?.json}`;
  let spaces = kept.get(file);
  if (!spaces) kept.set(file, (spaces = new Map()));
  const before = spaces.get(space);
  if (before?.stamp === stamp) return before.held;
  const held = readHeld(file, space, documents, before?.held);
  spaces.set(space, { stamp, held });
  return held;
}

function readHeld(file: StoreFile, space: string, documents: readonly string[], before: HeldScript | undefined): HeldScript | undefined {
  const chain = chainOf(file, space);
  const signers = new Map(
    file
      .rows<{ id: string; signer: Uint8Array }>(sql`SELECT id, signer FROM revision WHERE document IN (SELECT value FROM json_each(${JSON.stringify(documents)}))`)
      .map(({ id, signer }) => [id, Buffer.from(signer).toString('base64')]),
  );
  // without a chain the exercise was never shared: all of it is this post's own
  const counts = ({ id, content }: Revision<'script'> | Act): boolean => chain.length === 0 || mayAnyWriter(content) || keptThen(chain, signers.get(id) ?? '', content.keeping);
  const ignored: string[] = [];
  for (const document of documents) {
    const scripts = revisionsOf(file, document, 'script');
    const script = scripts.find(counts);
    if (!script) {
      ignored.push(...scripts.map(({ id }) => id));
      continue;
    }
    const all = revisionsOf(file, document, 'scriptAct');
    ignored.push(...all.filter((one) => !counts(one)).map(({ id }) => id));
    const acts = all.filter(counts).toSorted((one, other) => (one.at < other.at || (one.at === other.at && one.id < other.id) ? -1 : 1));
    // a script never changes, and checking its packs costs more than all the rest
    const packs = before?.script.id === script.id ? before.packs : (script.content.script.packs ?? []).map(heldPack);
    return { script, acts, packs, ignored };
  }
  return undefined;
}

/** Whoever writes in the exercise puts an inject in the log. */
const mayAnyWriter = (content: (Revision<'script'> | Act)['content']): boolean => content.kind === 'scriptAct' && content.what.kind === 'taken';

function heldPack({ id, at, pack: said }: ScriptPack): HeldPack {
  const one = { id, at, packId: said.id, said, hash: packHash(said) };
  const read = readPackValue(said);
  if (read.kind === 'unknown') return { ...one, trouble: 'newer' };
  return read.kind === 'pack' && exercisePackKinds.includes(read.pack.kind) ? { ...one, pack: read.pack } : { ...one, trouble: 'invalid' };
}

/** How far the exercise is at an instant. */
export function clockOf({ acts }: Pick<HeldScript, 'acts'>, now: string): ScriptClock {
  return scriptClock(acts.map(({ content }): ScriptAct => content.what), now);
}
