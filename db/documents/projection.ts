/** What lists and search show of a request, derived from its fields in the transaction that changes them. Can be made anew. */
import { type FieldValue, type FieldValues, period, valueSchemas } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { Reference } from '../packs/reference.ts';
import { putEntry, rebuildIndex, removeEntries } from '../search/entries.ts';
import { indexReference } from '../search/index-reference.ts';
import { fieldsOf } from './values.ts';
import { type DocumentRow, documentRow, valuesOf } from './working-copies.ts';

/** Words of the effect that stand in as a title until the incident has a name. */
const wordsInTitle = 8;

/** Call inside the transaction of the change. */
export function project(file: StoreFile, document: DocumentRow, template: Template): void {
  const values = valuesOf(file, document.id);
  const title = titleOf(values);
  const asked = period.safeParse(values['effect.period']);
  const region = valueSchemas.region.safeParse(values['applicant.region']);
  const start = (asked.success ? asked.data.start : undefined) ?? null;
  const regionCode = region.success ? region.data : null;
  file.run(sql`
    INSERT INTO request_summary (document, title, start, region_code) VALUES (${document.id}, ${title}, ${start}, ${regionCode})
    ON CONFLICT (document) DO UPDATE SET title = excluded.title, start = excluded.start, region_code = excluded.region_code`);
  const shown = title === '' ? document.reference : title;
  putEntry(file, {
    kind: 'request',
    ref: document.id,
    title: { nl: shown, en: shown },
    subtitle: { nl: `${document.reference} · ${template.title.nl}`, en: `${document.reference} · ${template.title.en}` },
    ...(regionCode === null ? {} : { regionCode }),
    aliases: [],
    codes: [document.reference],
    body: bodyOf(values, template),
  });
}

/** Makes every derived row and the full-text index anew. Gives the number of requests. */
export function rebuildProjections(file: StoreFile, reference: Reference): number {
  return file.atomically(() => {
    const ids = file.rows<{ id: string }>(sql`SELECT id FROM document WHERE kind = 'request' ORDER BY id`);
    removeEntries(file, ['request']);
    indexReference(file, reference);
    for (const { id } of ids) {
      const document = documentRow(file, id);
      if (document) project(file, document, reference.template(document.template_id));
    }
    rebuildIndex(file);
    return ids.length;
  });
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
