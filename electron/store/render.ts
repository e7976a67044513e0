/** What the post holds as a file: models are made here from what is on disk; what costs time is made in a thread of its own. */
import { documentRow } from '../../db/documents/working-copies.ts';
import type { Desk } from '../../db/documents/desk.ts';
import { space } from '../../db/documents/spaces.ts';
import { viewOf } from '../../db/documents/view.ts';
import { attachmentContent } from '../../db/dossiers/attachments.ts';
import { deskIn, deskInView, deskOf } from '../../db/exercise/in-force.ts';
import { findHub } from '../../db/exchange/hubs.ts';
import { invitationText, ownCard } from '../../db/exchange/invitations.ts';
import { memberNames } from '../../db/exchange/members.ts';
import { completions, duties } from '../../db/local/contacts.ts';
import { isExercise } from '../../db/exchange/spaces.ts';
import { notes } from '../../db/local/notes.ts';
import type { ExportFormat } from '../../shared/contract.ts';
import { withAnnex } from '../../shared/document/advice-model.ts';
import { emergencySet } from '../../shared/document/emergency-set.ts';
import { exportFileName, nameInExercise } from '../../shared/document/file-name.ts';
import { renderHtml } from '../../shared/document/html.ts';
import type { DocumentModel } from '../../shared/document/model.ts';
import { safeName } from '../../shared/document/safe-name.ts';
import { renderText } from '../../shared/document/text.ts';
import { vcard } from '../../shared/document/vcard.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { AppError } from '../../shared/errors.ts';
import { exercisePackId } from '../../shared/rules/script-packs.ts';
import { advicePaper, lifePaper, standingAdvicePaper } from './advice-paper.ts';
import { docxApart } from './apart.ts';
import type { Archive } from '../export/archive.ts';
import { type Making, archiveName, dossierArchive } from './dossier-papers.ts';
import { exerciseArchive, exerciseArchiveName } from './exercise-archive.ts';
import type { ArchivePaper, Paper, Rendered } from './port.ts';
import { requestPaper } from './request-paper.ts';

/** Throws `document.unknown`, `entry.unknown`, `reference.unknown` or `export.failed`. */
export async function render(anywhere: Desk, paper: Paper, locale: Locale): Promise<Rendered> {
  const desk = deskForPaper(anywhere, paper);
  switch (paper.kind) {
    case 'document':
      return inFormat(documentPaper(desk, paper, locale), paper.format);
    case 'life':
      return inFormat(lifePaper(desk, paper.id, locale, desk.now().toISOString()), paper.format);
    case 'card':
      return { kind: 'text', name: `${safeName(desk.post.identity.name)} - kaart.steunpunt`, text: ownCard(desk).text };
    case 'invitation':
      return { kind: 'text', name: invitationName(desk, paper), text: invitationText(desk, paper.space, paper.signKey, paper.hub === null ? undefined : findHub(desk.file, paper.hub)) };
    case 'contact':
      return renderContact(desk, paper.id, locale);
    case 'emergency':
      return renderEmergencySet(desk, paper, locale);
    case 'attachment':
      return renderAttachment(desk, paper, locale);
    case 'dossier':
      return { kind: 'archive', name: archiveName(desk, paper, locale) };
    case 'exercise':
      return { kind: 'archive', name: exerciseArchiveName(desk, paper.space, locale) };
  }
}

/** With the post in it: a stick with three invitations must not mix them up. */
function invitationName({ file }: Desk, { space: id, signKey }: Extract<Paper, { kind: 'invitation' }>): string {
  const guest = memberNames(file, id).get(signKey)?.post;
  return `${safeName([space(file, id).name, 'uitnodiging', guest].filter(Boolean).join(' - '))}.steunpunt`;
}

/** With the packs that count where what it is about lies. */
function deskForPaper(desk: Desk, paper: Paper): Desk {
  switch (paper.kind) {
    case 'exercise':
      return deskIn(desk, paper.space);
    case 'document':
    case 'life':
    case 'dossier':
      return deskOf(desk, paper.id);
    case 'attachment':
      return deskOf(desk, paper.dossierId);
    case 'card':
    case 'invitation':
    case 'contact':
    case 'emergency':
      return deskInView(desk);
  }
}

/** What an archive is made of, member by member. A signal ends an export of an exercise with `export.stopped`. */
export function archiveOf(anywhere: Desk, paper: ArchivePaper, locale: Locale, making: Making, signal: AbortSignal): Archive {
  const desk = deskForPaper(anywhere, paper);
  return paper.kind === 'dossier' ? dossierArchive(desk, paper, locale, making) : exerciseArchive(desk, paper.space, locale, making, signal);
}

function documentPaper(desk: Desk, { id, withAdvice = false }: Extract<Paper, { kind: 'document' }>, locale: Locale): DocumentModel {
  const madeAt = desk.now().toISOString();
  if (documentRow(desk.file, id)?.kind === 'advice') return advicePaper(desk, id, locale, madeAt);
  const request = requestPaper(desk, id, locale, madeAt);
  return withAdvice ? withAnnex(request, standingAdvicePaper(desk, id, locale, madeAt)) : request;
}

async function inFormat(model: DocumentModel, format: ExportFormat): Promise<Rendered> {
  const name = exportFileName(model, format);
  switch (format) {
    case 'docx':
      return { kind: 'bytes', name, bytes: await docxApart(model) };
    case 'pdf':
      return { kind: 'html', name, html: renderHtml(model) };
    case 'lcms':
    case 'readout':
      return { kind: 'text', name, text: renderText(model, format) };
  }
}

function renderContact({ reference, file }: Desk, id: string, locale: Locale): Rendered {
  const contact = found(reference.contacts.find((one) => one.id === id), id);
  const completion = completions(file).find(({ contactId }) => contactId === id);
  // it goes into an address book, where no band says that it was an exercise, and must not take the place of the real one there
  const exercise = reference.laid.some(({ kind, entries }) => kind === 'contacts' && entries.includes(id));
  const title = { nl: nameInExercise(contact.title.nl, exercise, 'nl'), en: nameInExercise(contact.title.en, exercise, 'en') };
  return { kind: 'text', name: `${safeName(title[locale])}.vcf`, text: vcard({ contact: { ...contact, id: exercise ? exercisePackId(id) : id, title }, completion, locale }) };
}

function renderAttachment(desk: Desk, { dossierId, id }: Extract<Paper, { kind: 'attachment' }>, locale: Locale): Rendered {
  const { name, bytes } = attachmentContent(desk, dossierId, id);
  return { kind: 'bytes', name: nameInExercise(name, isExercise(desk, dossierId, 'dossier'), locale), bytes };
}

function renderEmergencySet(desk: Desk, { regionCode, capabilityIds, requestIds }: Extract<Paper, { kind: 'emergency' }>, locale: Locale): Rendered {
  const { all, contacts, forAssessment, packVersions } = desk.reference;
  const madeAt = desk.now().toISOString();
  const requests = requestIds.map((id) => requestPaper(desk, id, locale, madeAt));
  const model = emergencySet({
    region: found(all.regions.find(({ code }) => code === regionCode), regionCode),
    contacts,
    completions: completions(desk.file),
    duties: duties(desk.file),
    capabilities: capabilityIds.map((id) => found(Object.hasOwn(forAssessment.capabilities, id) ? forAssessment.capabilities[id] : undefined, id)),
    effects: all.effects,
    notes: notes(desk.file),
    requests,
    exercise: viewOf(desk.file).kind === 'exercise' || requests.some(({ exercise }) => exercise),
    packVersions,
    locale,
    madeAt,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
  });
  return { kind: 'html', name: exportFileName(model, 'pdf'), html: renderHtml(model) };
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new AppError('reference.unknown', `no pack holds ${id}`, { details: { id } });
  return value;
}
