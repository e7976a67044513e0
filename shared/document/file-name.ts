/** The names of papers as files: what it is, its number, its version. What every system takes: safe-name.ts. */
import type { ExportFormat } from '../contract.ts';
import type { Locale } from '../domain/basics.ts';
import { say } from '../messages/index.ts';
import type { DocumentModel } from './model.ts';
import { clean, longest } from './safe-name.ts';

/** `Verzoek VR24-2026-001 v1 CONCEPT.docx`; an exercise begins with OEFENING. `extension` without its dot. */
export function fileName(model: DocumentModel, extension: string): string {
  return `${baseName(model)}.${clean(extension).replace(/[^a-z0-9]/gi, '') || 'txt'}`;
}

/** Of a file that is no paper of ours: in an exercise its name says so too. */
export const nameInExercise = (name: string, isExercise: boolean, locale: Locale): string => (isExercise ? `${say(locale, 'document.exercise')} ${name}` : name);

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
