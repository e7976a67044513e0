/** An advice copied into another space. */
import type { AdviceDocument } from '../../shared/domain/advice.ts';
import { type Desk, documentOf } from '../documents/desk.ts';
import { nameOrigin, spaceForCopy } from '../documents/origin.ts';
import { type StoredValue, valuesOf, writeFields } from '../documents/working-copies.ts';
import { sql } from '../file/driver.ts';
import { addAdvice } from './advices.ts';
import { linksOf, readAdvice } from './read.ts';

/**
 * A draft that says what the advice says now, its proposals with who made them. It is of no request: that one lies in the other space. So it
 * names what it is about by itself. What was done with the proposals, and the versions before, stay with the original. Throws as `spaceForCopy`.
 */
export function copyAdvice(desk: Desk, id: string, space: string): AdviceDocument {
  return desk.file.atomically(() => {
    const origin = documentOf(desk, id, 'advice');
    const place = spaceForCopy(desk.file, origin, space);
    const copy = addAdvice(desk, place, { origin: id });
    const values = new Map<string, StoredValue>(Object.entries(valuesOf(desk.file, id)));
    const title = values.has('subject') ? undefined : titleOfRequest(desk, linksOf(desk.file, origin).requestId);
    if (title !== undefined) values.set('subject', title);
    writeFields(desk.file, documentOf(desk, copy, 'advice'), values, desk.now().toISOString());
    nameOrigin(desk.file, copy, origin, place);
    return readAdvice(desk, copy);
  });
}

function titleOfRequest({ file }: Desk, request: string | undefined): string | undefined {
  const title = request === undefined ? undefined : file.row<{ title: string }>(sql`SELECT title FROM request_summary WHERE document = ${request}`)?.title;
  return title === undefined || title === '' ? undefined : title.slice(0, 500);
}
