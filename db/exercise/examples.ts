/** Scripts that come with the application, to exercise with at once and to write one's own after. */
import type { ExerciseScript } from '../../shared/domain/exercise-script.ts';
import { AppError } from '../../shared/errors.ts';
import highWater from './hoogwater-zuid-limburg.json' with { type: 'json' };
import { readScript } from './read-script.ts';

const examples: readonly object[] = [highWater];

export function exampleScripts(): { readonly id: string; readonly title: ExerciseScript['title']; readonly injects: number; readonly packs: number }[] {
  return examples.map((one) => readScript(JSON.stringify(one))).map(({ id, title, entries, packs = [] }) => ({ id, title, injects: entries.length, packs: packs.length }));
}

/** As the text of its file. Throws `entry.unknown`. */
export function exampleText(id: string): string {
  const text = examples.map((one) => JSON.stringify(one)).find((one) => readScript(one).id === id);
  if (text === undefined) throw new AppError('entry.unknown', 'no such example', { details: { id } });
  return text;
}
