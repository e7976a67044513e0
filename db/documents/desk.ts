/** What every act on documents works with. Made once per unlocked stretch. */
import type { Assessment, Finding } from '../../shared/domain/assessment.ts';
import { type PackVersions, packVersions } from '../../shared/domain/pack.ts';
import type { FieldValues } from '../../shared/domain/request.ts';
import { AppError } from '../../shared/errors.ts';
import { assess } from '../../shared/rules/assess.ts';
import { referenceIn } from '../exercise/in-force.ts';
import type { StoreFile } from '../file/driver.ts';
import type { LogMover } from '../file/log-mover.ts';
import type { Reference } from '../packs/reference.ts';
import { rivalClaims } from './claims.ts';
import type { Post } from './identity.ts';
import { mustBeWritable } from './spaces.ts';
import { type DocumentRow, documentRow } from './working-copies.ts';

export interface Desk {
  readonly file: StoreFile;
  /** what counts where it is worked: db/exercise/in-force.ts */
  readonly reference: Reference;
  readonly post: Post;
  /** the post's clock */
  readonly now: () => Date;
  /** for long work; without one the log is moved between its transactions */
  readonly logMover?: LogMover;
}

export type DocumentKind = 'request' | 'dossier' | 'advice' | 'announcement' | 'script';

/** Throws `document.unknown`, also for a document of another kind. */
export function documentOf(desk: Desk, id: string, kind: DocumentKind = 'request'): DocumentRow {
  const document = documentRow(desk.file, id);
  if (document?.kind !== kind) throw new AppError('document.unknown', `no ${kind} ${id}`, { details: { id } });
  return document;
}

/** As `documentOf`, for a call that changes it: the one guard of what is written. Throws also `space.frozen` and `space.role`. */
export function documentToWrite(desk: Desk, id: string, kind: DocumentKind = 'request'): DocumentRow {
  const document = documentOf(desk, id, kind);
  mustBeWritable(desk.file, document.space);
  return document;
}

/** Throws `document.finalised`: a finalised version never changes. */
export function mustBeDraft(document: DocumentRow): void {
  if (document.state === 'finalised') {
    throw new AppError('document.finalised', `version ${document.version} of ${document.reference} is finalised`, { details: { reference: document.reference, version: document.version } });
  }
}

/** A draft is worked on with the packs of today; a finalised version stays with those it was made with. */
export function packVersionsOf(desk: Desk, document: DocumentRow): PackVersions {
  return document.state === 'draft' ? referenceIn(desk, document.space).packVersions : packVersions.parse(JSON.parse(document.pack_versions));
}

/** The rules' view of the values of a request, at an instant, beside what the other open requests ask. */
export function assessValues(desk: Desk, document: DocumentRow, values: FieldValues, now: string): Assessment {
  const template = desk.reference.template(document.template_id);
  const claims = template.checks.includes('capability.claimed') ? rivalClaims(desk.file, document.id, now) : [];
  return assess({ values, template, basis: desk.reference.legalBasis(template.legalBasis), reference: desk.reference.forAssessment, now, claims, requestId: document.id });
}

export function isAssessable({ reference }: Desk, templateId: string): boolean {
  const template = reference.all.templates.find(({ id }) => id === templateId);
  return template !== undefined && reference.all.legalBases.some(({ id }) => id === template.legalBasis);
}

export function count(findings: readonly Finding[], outcome: Finding['outcome']): number {
  return findings.filter((finding) => finding.outcome === outcome).length;
}
