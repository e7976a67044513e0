/** The log of a dossier as a table for a spreadsheet (RFC 4180, semicolons as Dutch spreadsheets expect them, UTF-8 with its mark). */
import type { Locale } from '../domain/basics.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import { say } from '../messages/index.ts';
import { authorText } from './dossier-model.ts';

export function logCsv(log: readonly LogEntry[], locale: Locale): string {
  const head = (['at', 'written', 'kind', 'text', 'author', 'id', 'corrects'] as const).map((column) => say(locale, `document.dossier.csv.${column}`));
  const rows = log.map((entry) => [entry.at, entry.writtenAt, say(locale, `document.dossier.kind.${entry.kind}`), entry.text, authorText(locale, entry.author), entry.id, entry.corrects ?? '']);
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins as a formula would be run by a spreadsheet: an apostrophe before it makes it text. */
function cell(text: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
