/**
 * References that people read to each other: region of the post, year at the post, sequence of this post in that year. A letter before the
 * sequence tells what it is of: `VR24-2026-001` a request, D a dossier, A an advice, V a pre-announcement (vooraankondiging).
 */
import { type Sql, sql } from '../file/driver.ts';
import type { Desk, DocumentKind } from './desk.ts';
import { yearAt } from './year.ts';

interface Series {
  readonly letter: string;
  readonly count: (year: number) => Sql;
  readonly last: (year: number) => Sql;
}

const series: Readonly<Record<DocumentKind, Series>> = {
  request: {
    letter: '',
    count: (year) => sql`INSERT INTO reference_number (year, last) VALUES (${year}, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`,
    last: (year) => sql`SELECT last FROM reference_number WHERE year = ${year}`,
  },
  dossier: {
    letter: 'D',
    count: (year) => sql`INSERT INTO dossier_number (year, last) VALUES (${year}, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`,
    last: (year) => sql`SELECT last FROM dossier_number WHERE year = ${year}`,
  },
  advice: {
    letter: 'A',
    count: (year) => sql`INSERT INTO advice_number (year, last) VALUES (${year}, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`,
    last: (year) => sql`SELECT last FROM advice_number WHERE year = ${year}`,
  },
  announcement: {
    letter: 'V',
    count: (year) => sql`INSERT INTO announcement_number (year, last) VALUES (${year}, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`,
    last: (year) => sql`SELECT last FROM announcement_number WHERE year = ${year}`,
  },
};

/** The next of its kind. Call inside the transaction that makes the document. */
export function nextReference({ file, post }: Desk, now: Date, kind: DocumentKind): string {
  const year = yearAt(now);
  const { letter, count, last } = series[kind];
  file.run(count(year));
  const number = file.row<{ last: number }>(last(year))?.last ?? 1;
  return `${post.identity.regionCode}-${year}-${letter}${String(number).padStart(3, '0')}`;
}
