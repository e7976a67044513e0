/** What people call a document: the title of a request, the name of a dossier, the subject of an advice; '' when it has none yet. */
import { type StoreFile, sql } from '../file/driver.ts';
import { valuesOf } from './working-copies.ts';

export function titleOf(file: StoreFile, id: string): string {
  const request = file.row<{ title: string }>(sql`SELECT title FROM request_summary WHERE document = ${id}`)?.title;
  const { title, subject } = valuesOf(file, id);
  return request ?? (typeof title === 'string' ? title : typeof subject === 'string' ? subject : '');
}
