/** Starting from an earlier request, and laying a request in a dossier. */
import { record } from '../trail/trail.ts';
import { sql } from '../file/driver.ts';
import { type Desk, documentOf, documentToWrite } from './desk.ts';
import { AppError } from '../../shared/errors.ts';
import { nameOrigin, spaceForCopy } from './origin.ts';
import { addRequest, openRequest } from './requests.ts';
import { fieldsOf } from './values.ts';
import { valuesOf } from './working-copies.ts';
import type { RequestDocument } from '../../shared/domain/request.ts';

/**
 * A fresh draft with the values of another request, but for the facts of that one alone: who signed, who was informed and when. It lies in
 * the space of the other or in the one named: so a document comes from one space into another, with its origin named. Throws as `spaceForCopy`.
 */
export function duplicateRequest(desk: Desk, id: string, space?: string): RequestDocument {
  return desk.file.atomically(() => {
    const origin = documentOf(desk, id);
    const place = spaceForCopy(desk.file, origin, space);
    const template = desk.reference.template(origin.template_id);
    const copied = new Set(fieldsOf(template).flatMap((field) => (field.once === true || field.type === 'signature' ? [] : [field.id])));
    const values = new Map(Object.entries(valuesOf(desk.file, id)).filter(([field]) => copied.has(field)));
    const copy = addRequest(desk, template, values, { origin: id, space: place.id });
    nameOrigin(desk.file, copy.id, origin, place);
    return openRequest(desk, copy.id);
  });
}

/** Lays a request in a dossier, or in none. Gives the dossiers whose content changed. */
export function placeRequest(desk: Desk, id: string, dossier: string | null): { readonly request: RequestDocument; readonly dossiers: readonly string[] } {
  return desk.file.atomically(() => {
    const document = documentToWrite(desk, id);
    if (dossier !== null && documentOf(desk, dossier, 'dossier').space !== document.space) throw new AppError('space.other', 'the dossier is of another space');
    if (document.dossier === dossier) return { request: openRequest(desk, id), dossiers: [] };
    desk.file.run(sql`UPDATE document SET dossier = ${dossier} WHERE id = ${id}`);
    record(desk.file, { at: desk.now().toISOString(), act: 'placed', document: id, details: dossier === null ? {} : { dossier } });
    return { request: openRequest(desk, id), dossiers: [document.dossier, dossier].filter((one) => one !== null) };
  });
}
