/**
 * References that people read to each other: region of the post, year at the post, sequence of this post in that year. A letter before the
 * sequence tells what it is of: `VR24-2026-001` a request, D a dossier, A an advice, V a pre-announcement (vooraankondiging), S a script (draaiboek).
 * Documents of an exercise are numbered apart, `OEF-VR24-2026-001`: no operational number is missing for an exercise, and none is mistaken.
 */
import { type StoreFile, sql } from '../file/driver.ts';
import type { Desk, DocumentKind } from './desk.ts';
import type { Space } from './spaces.ts';
import { yearAt } from './year.ts';

/** Begins the reference of every document of an exercise; the same in every language, as it is part of a name. */
export const exerciseMark = 'OEF-';

const series: Readonly<Record<DocumentKind, { readonly letter: string; readonly table: string }>> = {
  request: { letter: '', table: 'reference_number' },
  dossier: { letter: 'D', table: 'dossier_number' },
  advice: { letter: 'A', table: 'advice_number' },
  announcement: { letter: 'V', table: 'announcement_number' },
  // only exercises have scripts, which are numbered as all of their documents
  script: { letter: 'S', table: 'exercise_number' },
};

/** The next of its kind. Call inside the transaction that makes the document. */
export function nextReference({ file, post }: Desk, now: Date, kind: DocumentKind, space: Pick<Space, 'kind'>): string {
  const year = yearAt(now);
  const { letter, table } = series[kind];
  if (space.kind === 'exercise') return `${exerciseMark}${post.identity.regionCode}-${year}-${letter}${padded(nextOfExercises(file, letter, year))}`;
  // the name of a table cannot be a parameter; these are our own
  file.run({ text: `INSERT INTO ${table} (year, last) VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`, values: [year] });
  const number = file.row<{ last: number }>({ text: `SELECT last FROM ${table} WHERE year = ?`, values: [year] })?.last ?? 1;
  return `${post.identity.regionCode}-${year}-${letter}${padded(number)}`;
}

const padded = (number: number): string => String(number).padStart(3, '0');

function nextOfExercises(file: StoreFile, letter: string, year: number): number {
  file.run(sql`INSERT INTO exercise_number (letter, year, last) VALUES (${letter}, ${year}, 1) ON CONFLICT (letter, year) DO UPDATE SET last = last + 1`);
  return file.row<{ last: number }>(sql`SELECT last FROM exercise_number WHERE letter = ${letter} AND year = ${year}`)?.last ?? 1;
}
