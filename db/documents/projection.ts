/**
 * What lists and search show of a request, derived from its fields. The summary is written with the change itself; the full-text index,
 * which costs more than the change, follows before the next search: `search_waiting` says in the same file what it lacks. Both can
 * be made anew.
 */
import { nestedAdvice } from '../../shared/domain/advice.ts';
import { dossierValues } from '../../shared/domain/dossier.ts';
import { type FieldValue, type FieldValues, period, valueSchemas } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { referenceEver } from '../exercise/in-force.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { whereThereIsRoom } from '../file/failures.ts';
import type { Reference } from '../packs/reference.ts';
import { putEntry, rebuildIndex, removeEntries } from '../search/entries.ts';
import { fold } from '../search/fold.ts';
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
  const title = titleOf(values);
  const found = fold(`${title} ${documentRow(file, document)?.reference ?? ''}`);
  // an advice without a subject of its own is called what its request is called
  file.run(sql`
    INSERT OR IGNORE INTO search_waiting (document)
    SELECT advice.document FROM advice JOIN request_summary ON request_summary.document = advice.request
    WHERE advice.request = ${document} AND request_summary.title IS NOT ${title}`);
  file.run(sql`
    INSERT INTO request_summary (document, title, start, start_at, region_code, found)
    VALUES (${document}, ${title}, ${start}, strftime('%Y-%m-%dT%H:%M:%fZ', substr(${start}, 1, instr(${start}, '[') - 1)), ${regionOf(values)}, ${found})
    ON CONFLICT (document) DO UPDATE SET title = excluded.title, start = excluded.start, start_at = excluded.start_at, region_code = excluded.region_code, found = excluded.found
    WHERE title IS NOT excluded.title OR start IS NOT excluded.start OR region_code IS NOT excluded.region_code OR found IS NOT excluded.found`);
}

/** Brings the full-text index up to what is saved. Call before a search. */
export function indexSaved(file: StoreFile, reference: Reference): void {
  const waiting = file.rows<{ id: string }>(sql`SELECT document AS id FROM search_waiting`);
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
    const ids = file.rows<{ id: string }>(sql`SELECT id FROM document WHERE kind IN ('request', 'dossier', 'advice') ORDER BY id`);
    removeEntries(file, ['request', 'dossier', 'advice']);
    indexReference(file, reference);
    for (const { id } of ids) {
      const document = documentRow(file, id);
      if (!document) continue;
      if (document.kind === 'request') summarise(file, id);
      index(file, document, reference);
    }
    rebuildIndex(file);
    return file.row<{ requests: number }>(sql`SELECT count(*) AS requests FROM request_summary`)?.requests ?? 0;
  });
}

function index(file: StoreFile, document: DocumentRow, reference: Reference): void {
  if (document.kind === 'dossier') indexDossier(file, document);
  else if (document.kind === 'advice') indexAdvice(file, document);
  else if (document.kind === 'request' && !indexRequest(file, document, reference)) return;
  file.run(sql`DELETE FROM search_waiting WHERE document = ${document.id}`);
}

/** By its title and regions, its description and the words of its log. */
function indexDossier(file: StoreFile, document: DocumentRow): void {
  const { title = document.reference, description = '', regions = [] } = dossierValues.parse(valuesOf(file, document.id));
  const log = file.rows<{ text: string | null }>(sql`
    SELECT json_extract(body, '$.text') AS text FROM log_entry JOIN revision ON revision.id = log_entry.revision
    WHERE log_entry.dossier = ${document.id} ORDER BY log_entry.at, log_entry.written_at, log_entry.entry`);
  const codes = regions.map(({ regionCode }) => regionCode);
  const subtitle = [document.reference, ...codes].join(' · ');
  putEntry(file, {
    kind: 'dossier',
    ref: document.id,
    title: { nl: title, en: title },
    subtitle: { nl: subtitle, en: subtitle },
    ...(codes[0] === undefined ? {} : { regionCode: codes[0] }),
    aliases: [],
    codes: [document.reference],
    body: [...codes, description, ...log.map(({ text }) => text ?? '')].join('\n'),
  });
}

/** By its subject or its request, and what the adviser wrote; not what he proposes for the request, which is found there. */
function indexAdvice(file: StoreFile, document: DocumentRow): void {
  const { subject, findings = {}, availability = [], ...values } = nestedAdvice(valuesOf(file, document.id));
  const request = file.row<{ reference: string; title: string; region_code: string | null }>(sql`
    SELECT reference, title, region_code FROM advice JOIN document ON document.id = advice.request
    JOIN request_summary ON request_summary.document = advice.request WHERE advice.document = ${document.id}`);
  const title = subject ?? request?.title ?? '';
  const subtitle = [document.reference, ...(request ? [request.reference] : [])].join(' · ');
  const written = [values.askedBy, values.wishes, values.effect, values.limits, values.possibilities, values.reason, values.conditions, values.alternative];
  putEntry(file, {
    kind: 'advice',
    ref: document.id,
    title: title === '' ? { nl: document.reference, en: document.reference } : { nl: title, en: title },
    subtitle: { nl: subtitle, en: subtitle },
    ...(typeof request?.region_code === 'string' ? { regionCode: request.region_code } : {}),
    aliases: [],
    codes: [document.reference],
    body: [...written, ...Object.values(findings).map(({ reason }) => reason), ...availability.flatMap(({ description, note }) => [description, note])].filter((text) => text !== undefined).join('\n'),
  });
}

/** False for a request of a template that no loaded pack holds: it waits for the pack that does. */
function indexRequest(file: StoreFile, document: DocumentRow, reference: Reference): boolean {
  const template = referenceEver(file, reference, document.space).all.templates.find(({ id }) => id === document.template_id);
  if (!template) return false;
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
  return true;
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
    .filter(({ type }) => ['text', 'longText', 'place', 'contact', 'capabilityLines', 'attachments', 'signature'].includes(type))
    .flatMap(({ id }) => writtenIn(values[id]))
    .join('\n');
}

function writtenIn(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((line: string | object) => (typeof line === 'string' ? [] : stringsIn(line)));
  return typeof value === 'object' ? stringsIn(value) : [];
}

function stringsIn(value: object): readonly string[] {
  return Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' && !['id', 'capabilityId', 'sha256', 'signedAt'].includes(key) ? [text] : []));
}
