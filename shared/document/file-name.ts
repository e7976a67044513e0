/** File names that every system takes: no folder, no sign that Windows or Linux refuses, nothing invisible, not too long. */
import type { ExportFormat } from '../contract.ts';
import { say } from '../messages/index.ts';
import type { DocumentModel } from './model.ts';

/** Longest name without extension; leaves room below the 255 bytes of a file name also when every letter takes three. */
const longest = 80;

/** `Verzoek VR24-2026-001 v1 CONCEPT.docx`; an exercise begins with OEFENING. `extension` without its dot. */
export function fileName(model: DocumentModel, extension: string): string {
  return `${baseName(model)}.${clean(extension).replace(/[^a-z0-9]/gi, '') || 'txt'}`;
}

/** The name of each export; the two text forms differ in name, so that they can stand in one folder. */
export function exportFileName(model: DocumentModel, format: ExportFormat): string {
  if (format === 'docx' || format === 'pdf') return fileName(model, format);
  return `${baseName(model)} ${clean(say(model.locale, format === 'lcms' ? 'document.file.lcms' : 'document.file.readout'))}.txt`;
}

function baseName(model: DocumentModel): string {
  const { locale } = model;
  const words = [
    model.exercise ? say(locale, 'document.exercise') : '',
    model.state === 'snapshot' ? model.title : say(locale, model.what === 'advice' ? 'document.advice.file' : 'document.file'),
    [...clean(model.reference)].slice(0, longest).join(''),
    model.version === undefined ? '' : `v${model.version}`,
    model.state === 'draft' ? say(locale, 'document.draft') : '',
  ];
  return clean(words.filter((word) => word !== '').join(' '));
}

/** Names that Windows keeps for devices, whatever stands behind the dot. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name without extension made of any text: never empty, no device of Windows, not too long. */
export function safeName(text: string): string {
  const name = clean([...clean(text)].slice(0, longest).join(''));
  if (name === '') return '_';
  return reserved.test(name) ? `_${name}` : name;
}

/** Letters, figures, marks and a few signs stay; everything else, also controls and writing-direction marks, becomes one hyphen or space. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{M} ._()+,=@!-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[ .-]+|[ .-]+$/g, '');
}
