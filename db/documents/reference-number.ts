/**
 * References that people read to each other: region of the post, year at the post, sequence of this post in that year. A letter before the
 * sequence tells what it is of: `VR24-2026-001` a request, D a dossier, A an advice, V a pre-announcement (vooraankondiging).
 */
import type { Desk, DocumentKind } from './desk.ts';
import { yearAt } from './year.ts';

const series: Readonly<Record<DocumentKind, { readonly letter: string; readonly table: string }>> = {
  request: { letter: '', table: 'reference_number' },
  dossier: { letter: 'D', table: 'dossier_number' },
  advice: { letter: 'A', table: 'advice_number' },
  announcement: { letter: 'V', table: 'announcement_number' },
};

/** The next of its kind. Call inside the transaction that makes the document. */
export function nextReference({ file, post }: Desk, now: Date, kind: DocumentKind): string {
  const year = yearAt(now);
  const { letter, table } = series[kind];
  // the name of a table cannot be a parameter; these are our own
  file.run({ text: `INSERT INTO ${table} (year, last) VALUES (?, 1) ON CONFLICT (year) DO UPDATE SET last = last + 1`, values: [year] });
  const number = file.row<{ last: number }>({ text: `SELECT last FROM ${table} WHERE year = ?`, values: [year] })?.last ?? 1;
  return `${post.identity.regionCode}-${year}-${letter}${String(number).padStart(3, '0')}`;
}
