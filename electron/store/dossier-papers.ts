/** A dossier as one archive, made member by member: its paper, each of its requests in every form, advice and timelines, its log as a table, its attachments. */
import { advicesOf } from '../../db/advices/advice-list.ts';
import type { Desk } from '../../db/documents/desk.ts';
import { requestsOfDossier } from '../../db/documents/request-list.ts';
import { isExercise } from '../../db/exchange/spaces.ts';
import { attachmentContent, attachmentsOf } from '../../db/dossiers/attachments.ts';
import { readDossier } from '../../db/dossiers/dossiers.ts';
import { logOf } from '../../db/dossiers/log.ts';
import { dossierModel } from '../../shared/document/dossier-model.ts';
import { exportFileName, fileName, nameInExercise } from '../../shared/document/file-name.ts';
import { renderHtml } from '../../shared/document/html.ts';
import { logCsv } from '../../shared/document/log-csv.ts';
import type { DocumentModel } from '../../shared/document/model.ts';
import { renderText } from '../../shared/document/text.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { say } from '../../shared/messages/index.ts';
import { openLife } from '../../db/life/life.ts';
import { advicePaper, lifePaper } from './advice-paper.ts';
import type { Archive, Member } from '../export/archive.ts';
import { docxApart } from './apart.ts';
import type { ArchivePaper } from './port.ts';
import { requestPaper } from './request-paper.ts';

type DossierArchive = Extract<ArchivePaper, { kind: 'dossier' }>;

/** What the making of an archive asks of others: main prints the pages and hears how far it is. */
export interface Making {
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly step: (done: number, total: number, label: string) => void;
}

export function archiveName(desk: Desk, { id }: DossierArchive, locale: Locale): string {
  return fileName(papersOf(desk, id, locale, desk.now().toISOString())[0].model, 'zip');
}

/** Every paper is made at the same moment, so that all forms of all of them say the same. */
export function dossierArchive(desk: Desk, { id }: DossierArchive, locale: Locale, { print, step }: Making): Archive {
  const madeAt = desk.now().toISOString();
  const papers = papersOf(desk, id, locale, madeAt);
  return {
    about: { reference: papers[0].model.reference, post: desk.post.identity.name, fingerprint: desk.post.fingerprint },
    madeAt,
    members: membersOf(),
  };

  async function* membersOf(): AsyncGenerator<Member> {
    for (const [done, { folder, model }] of papers.entries()) {
      step(done, papers.length + 1, 'pdf');
      yield { name: `${folder}${exportFileName(model, 'pdf')}`, bytes: await print(renderHtml(model)) };
      yield { name: `${folder}${exportFileName(model, 'docx')}`, bytes: await docxApart(model) };
      if (folder === '') yield { name: fileName(model, 'txt'), bytes: utf8(renderText(model, 'lcms')) };
      else for (const form of ['lcms', 'readout'] as const) yield { name: `${folder}${exportFileName(model, form)}`, bytes: utf8(renderText(model, form)) };
    }
    step(papers.length, papers.length + 1, 'zip');
    yield { name: nameInExercise(`${say(locale, 'document.dossier.file.log')}.csv`, papers[0].model.exercise, locale), bytes: utf8(logCsv(logOf(desk, id), locale)) };
    const attached = say(locale, 'document.dossier.file.attachments');
    for (const attachment of attachmentsOf(desk.file, id)) yield { name: `${attached}/${nameInExercise(attachment.name, papers[0].model.exercise, locale)}`, bytes: attachmentContent(desk, id, attachment.id).bytes };
    step(papers.length + 1, papers.length + 1, '');
  }
}

interface InFolder {
  /** '' or with the slash at its end */
  readonly folder: string;
  readonly model: DocumentModel;
}

/** The dossier first, then its requests, their advice, and the life of each of which something was recorded. */
function papersOf(desk: Desk, id: string, locale: Locale, madeAt: string): readonly [InFolder, ...InFolder[]] {
  const requests = requestsOfDossier(desk, id).toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
  const advices = advicesOf(desk, { dossierId: id }).toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
  const lives = requests.map((request) => openLife(desk, request.id)).filter(({ steps }) => steps.length > 0);
  const model = dossierModel({
    dossier: readDossier(desk, id),
    requests,
    log: logOf(desk, id),
    attachments: attachmentsOf(desk.file, id),
    advices,
    lives,
    regions: desk.reference.forAssessment.regions,
    packVersions: desk.reference.packVersions,
    locale,
    madeAt,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    exercise: isExercise(desk, id, 'dossier'),
  });
  const folder = (word: 'document.dossier.file.requests' | 'document.advice.dossierFolder' | 'document.life.dossierFolder'): string => `${say(locale, word)}/`;
  return [
    { folder: '', model },
    ...requests.map((request) => ({ folder: folder('document.dossier.file.requests'), model: requestPaper(desk, request.id, locale, madeAt) })),
    ...advices.map((advice) => ({ folder: folder('document.advice.dossierFolder'), model: advicePaper(desk, advice.id, locale, madeAt) })),
    ...lives.map(({ requestId }) => ({ folder: folder('document.life.dossierFolder'), model: lifePaper(desk, requestId, locale, madeAt) })),
  ];
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
