/** The document model of a stored request, made from what is on disk. */
import type { Desk } from '../../db/documents/desk.ts';
import { assessRequest, openRequest } from '../../db/documents/requests.ts';
import type { DocumentModel } from '../../shared/document/model.ts';
import { requestModel } from '../../shared/document/request-model.ts';
import type { Locale } from '../../shared/domain/basics.ts';

/** `madeAt` is an instant of the post's clock. Throws `document.unknown`. */
export function requestPaper(desk: Desk, id: string, locale: Locale, madeAt: string): DocumentModel {
  const document = openRequest(desk, id);
  return requestModel({
    document,
    template: desk.reference.template(document.templateId),
    basis: desk.reference.legalBasis(document.legalBasisId),
    reference: desk.reference.forAssessment,
    findings: assessRequest(desk, id).findings,
    locale,
    madeAt,
    zone: 'Europe/Amsterdam',
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    exercise: document.values['applicant.exercise'] === true || document.exercise === true,
  });
}
