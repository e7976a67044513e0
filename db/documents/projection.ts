/**
 * What lists and search show of a request, derived from its fields. The summary is written with the change itself; the full-text index,
 * which costs more than the change, follows before the next search: `indexed_seq` says in the same file what it lacks. Both can be
 * made anew.
 */
import { type FieldValue, type FieldValues, period, valueSchemas } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { whereThereIsRoom } from '../file/failures.ts';
import type { Reference } from '../packs/reference.ts';
import { putEntry, rebuildIndex, removeEntries } from '../search/entries.ts';
import { indexReference } from '../search/index-reference.ts';
import { keepClaims } from './claims.ts';
import { fieldsOf } from './values.ts';
import { type DocumentRow, documentRow, readValues, valuesOf } from './working-copies.ts';

/** Words of the effect that stand in as a title until the incident has a name. */
const wordsInTitle = 8;

/** Call inside the transaction of the change. `changed` names the fields that it touched; without it all of them. */
export function summarise(file: StoreFile, document: string, changed?: Iterable<string>): void {
  keepClaims(file, document, changed);
  const values = readValues(
    file.rows(sql`
      SELECT id, json FROM field
      WHERE document = ${document} AND id IN ('applicant.incident', 'effect.text', 'effect.period', 'applicant.region')`),
  );
  const asked = period.safeParse(values['effect.period']);
  const start = (asked.success ? asked.data.start : undefined) ?? null;
  file.run(sql`
    INSERT INTO request_summary (document, title, start, region_code) VALUES (${document}, ${titleOf(values)}, ${start}, ${regionOf(values)})
    ON CONFLICT (document) DO UPDATE SET title = excluded.title, start = excluded.start, region_code = excluded.region_code
    WHERE title IS NOT excluded.title OR start IS NOT excluded.start OR region_code IS NOT excluded.region_code`);
}

/** Brings the full-text index up to what is saved. Call before a search. */
export function indexSaved(file: StoreFile, reference: Reference): void {
  const waiting = file.rows<{ id: string }>(sql`
    SELECT id FROM document JOIN request_summary ON request_summary.document = document.id WHERE indexed_seq <> seq`);
  if (waiting.length === 0) return;
  whereThereIsRoom(() =>
    file.atomically(() => {
      for (const { id } of waiting) {
        const document = documentRow(file, id);
        if (document) index(file, document, reference);
      }
    }),
  );
}

/** Makes every derived row and the full-text index anew. Gives the number of requests. */
export function rebuildProjections(file: StoreFile, reference: Reference): number {
  return file.atomically(() => {
    const ids = file.rows<{ id: string }>(sql`SELECT id FROM document WHERE kind = 'request' ORDER BY id`);
    removeEntries(file, ['request']);
    indexReference(file, reference);
    for (const { id } of ids) {
      const document = documentRow(file, id);
      if (!document) continue;
      summarise(file, id);
      index(file, document, reference);
    }
    rebuildIndex(file);
    return ids.length;
  });
}

/** A request of a template that no loaded pack holds waits for the pack that does. */
function index(file: StoreFile, document: DocumentRow, reference: Reference): void {
  const template = reference.all.templates.find(({ id }) => id === document.template_id);
  if (!template) return;
  const values = valuesOf(file, document.id);
  const title = titleOf(values) === '' ? document.reference : titleOf(values);
  const regionCode = regionOf(values);
  putEntry(file, {
    kind: 'request',
    ref: document.id,
    title: { nl: title, en: title },
    subtitle: { nl: `${document.reference} · ${template.title.nl}`, en: `${document.reference} · ${template.title.en}` },
    ...(regionCode === null ? {} : { regionCode }),
    aliases: [],
    codes: [document.reference],
    body: bodyOf(values, template),
  });
  file.run(sql`UPDATE request_summary SET indexed_seq = ${document.seq} WHERE document = ${document.id}`);
}

function regionOf(values: FieldValues): string | null {
  const region = valueSchemas.region.safeParse(values['applicant.region']);
  return region.success ? region.data : null;
}

export function titleOf(values: FieldValues): string {
  const incident = values['applicant.incident'];
  if (typeof incident === 'string') return incident.trim();
  const effect = values['effect.text'];
  if (typeof effect !== 'string') return '';
  const words = effect.trim().split(/\s+/);
  return words.length > wordsInTitle ? `${words.slice(0, wordsInTitle).join(' ')}…` : words.join(' ');
}

/** What a person wrote; not codes, choices or moments. */
function bodyOf(values: FieldValues, template: Template): string {
  return fieldsOf(template)
    .filter(({ type }) => ['text', 'longText', 'contact', 'capabilityLines', 'signature'].includes(type))
    .flatMap(({ id }) => writtenIn(values[id]))
    .join('\n');
}

function writtenIn(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((line: string | object) => (typeof line === 'string' ? [] : stringsIn(line)));
  return typeof value === 'object' ? stringsIn(value) : [];
}

function stringsIn(value: object): readonly string[] {
  return Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' && !['id', 'capabilityId', 'signedAt'].includes(key) ? [text] : []));
}
