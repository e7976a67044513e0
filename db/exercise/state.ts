/** What a post sees of a script: what has appeared, and to who keeps the exercise what is still to come. */
import type { ScriptState, ShownInject, ShownPack } from '../../shared/domain/exercise-script.ts';
import { hasAppeared, minutesOf, nextAppearance } from '../../shared/rules/script-clock.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { type HeldPack, type HeldScript, clockOf } from './held.ts';

export function stateOf(file: StoreFile, held: HeldScript, now: string): ScriptState {
  const { acts, packs, ignored } = held;
  const { document, reference, dossier, space, script: read } = held.script.content;
  const clock = clockOf(held, now);
  const directs = file.row<{ standing: string }>(sql`SELECT standing FROM space WHERE id = ${space}`)?.standing === 'keeper';
  const timed = (one: { readonly id: string; readonly at: string }) => ({ minutes: minutesOf(one.at), hasAppeared: hasAppeared(clock, one), released: clock.released.has(one.id) });
  const injects = read.entries.map((one): ShownInject => {
    const taken = acts.find(({ content: { what } }) => what.kind === 'taken' && what.inject === one.id);
    return { ...one, ...timed(one), ...(taken?.content.what.kind === 'taken' ? { taken: { dossierId: taken.content.what.dossier, by: taken.content.author, at: taken.at } } : {}) };
  });
  const inOrder = <T extends ShownInject | ShownPack>(shown: readonly T[]): T[] =>
    shown.filter((one) => directs || one.hasAppeared).toSorted((one, other) => one.minutes - other.minutes || (one.id < other.id ? -1 : 1));
  const next = nextAppearance(clock, [...read.entries, ...packs], now);
  return {
    id: document,
    reference,
    title: read.title,
    publisher: read.publisher,
    sources: Object.values(read.sources).map(({ title }) => title),
    ...(dossier === undefined ? {} : { dossierId: dossier }),
    phase: clock.phase,
    ...(clock.startedAt === undefined ? {} : { startedAt: clock.startedAt }),
    minutes: Math.floor(clock.elapsed / 60_000),
    ...(next === undefined ? {} : { nextAt: next }),
    injects: inOrder(injects),
    total: read.entries.length,
    packs: inOrder(packs.map((one) => ({ ...shownPack(one), ...timed(one) }))),
    ignored: ignored.length,
    directs,
    revision: held.script.id,
  };
}

function shownPack({ id, at, said, hash, trouble }: HeldPack): Omit<ShownPack, 'minutes' | 'hasAppeared' | 'released'> {
  const { title, kind, version, publisher, entries } = said;
  return { id, at, title, kind, version, publisher, entries: entries.length, hash, ...(trouble === undefined ? {} : { trouble }) };
}
