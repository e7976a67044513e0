/** The log of a dossier as a table for a spreadsheet. */
import type { Locale } from '../domain/basics.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import { say } from '../messages/index.ts';
import { csv } from './csv.ts';
import { authorText } from './dossier-model.ts';

export function logCsv(log: readonly LogEntry[], locale: Locale): string {
  const head = (['at', 'written', 'kind', 'text', 'author', 'id', 'corrects'] as const).map((column) => say(locale, `document.dossier.csv.${column}`));
  const rows = log.map((entry) => [entry.at, entry.writtenAt, say(locale, `document.dossier.kind.${entry.kind}`), entry.text, authorText(locale, entry.author), entry.id, entry.corrects ?? '']);
  return csv([head, ...rows]);
}
