/** A request on screen finalised and taken along in all four forms, as the keyboard does it; and what the files hold. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page, expect } from '@playwright/test';
import JSZip from 'jszip';
import { PDFDocument } from 'pdf-lib';

export async function finalise(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Vaststellen' }).press('Enter');
  await expect(window.getByText('Er is niets dat vaststellen blokkeert.')).toBeVisible();
  await window.getByRole('button', { name: 'Stel vast' }).press('Enter');
  await expect(window.getByText('Vastgesteld. Dit verzoek verandert niet meer.')).toBeVisible();
  await expect(window.getByRole('article').getByText('CONCEPT')).toHaveCount(0);
}

export interface Taken {
  readonly names: readonly string[];
  /** the body of the Word file, as XML */
  readonly word: string;
  readonly pages: number;
  readonly title: string;
  readonly lcms: string;
  readonly readout: string;
}

export async function exportAll(window: Page): Promise<Taken> {
  const folder = await mkdtemp(path.join(tmpdir(), 'steunpunt-export-'));
  const choose = (dialog: { readonly accept: (text?: string) => Promise<void>; readonly type: () => string }): void => void dialog.accept(dialog.type() === 'prompt' ? folder : '');
  window.on('dialog', choose);
  try {
    await window.keyboard.press('Control+e');
    for (const name of [/Tekst voor LCMS/, /Voorleestekst/]) {
      await window.getByRole('checkbox', { name }).focus();
      await window.keyboard.press('Space');
    }
    await window.getByRole('button', { name: 'Kies map en exporteer' }).press('Enter');
    await expect(window.getByRole('dialog').getByText(`4 bestanden staan in ${folder}`)).toBeVisible({ timeout: 30_000 });
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    const names = await readdir(folder);
    const read = (end: RegExp): Promise<Buffer> => readFile(path.join(folder, names.find((name) => end.test(name)) ?? ''));
    const pdf = await PDFDocument.load(await read(/\.pdf$/), { updateMetadata: false });
    return {
      names,
      word: (await (await JSZip.loadAsync(await read(/\.docx$/))).file('word/document.xml')?.async('string')) ?? '',
      pages: pdf.getPageCount(),
      title: pdf.getTitle() ?? '',
      lcms: (await read(/LCMS\.txt$/)).toString('utf8'),
      readout: (await read(/voorleestekst\.txt$/)).toString('utf8'),
    };
  } finally {
    window.off('dialog', choose);
    await rm(folder, { recursive: true, force: true });
  }
}
