/** The archive of a dossier as the store writes it, with a printer that gives back the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Desk } from '../../db/documents/desk.ts';
import { writeArchive } from '../../electron/export/archive.ts';
import { dossierArchive } from '../../electron/store/dossier-papers.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { temporaryFolder } from './store.ts';

export async function archiveOf(desk: Desk, id: string, locale: Locale): Promise<{ readonly archive: JSZip; readonly pages: readonly string[]; readonly steps: readonly string[] }> {
  const pages: string[] = [];
  const steps: string[] = [];
  const print = async (html: string): Promise<Uint8Array> => {
    pages.push(html);
    return Buffer.from(html);
  };
  const file = join(temporaryFolder(), 'dossier.zip');
  await writeArchive(file, dossierArchive(desk, { kind: 'dossier', id }, locale, { print, step: (done, total, label) => void steps.push(`${done}/${total} ${label}`) }));
  return { archive: await JSZip.loadAsync(readFileSync(file), { checkCRC32: true }), pages, steps };
}
