/** The papers of a stored advice and of the life of a stored request, made from what is on disk. */
import { openAdvice } from '../../db/advices/advices.ts';
import { contextOf } from '../../db/advices/read.ts';
import { adviceRevision } from '../../db/advices/versions.ts';
import { type Desk, isAssessable } from '../../db/documents/desk.ts';
import { titleOf } from '../../db/documents/projection.ts';
import { openRequest } from '../../db/documents/requests.ts';
import { fieldsOf } from '../../db/documents/values.ts';
import { adviceOf, openLife } from '../../db/life/life.ts';
import { isExercise } from '../../db/exchange/spaces.ts';
import { adviceModel } from '../../shared/document/advice-model.ts';
import { lifeModel } from '../../shared/document/life-model.ts';
import type { DocumentModel } from '../../shared/document/model.ts';
import type { AdviceDocument } from '../../shared/domain/advice.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import type { RequestDocument } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';
import { exerciseField } from '../../shared/rules/exercise-field.ts';

/** The working copy, or the finalised version. `madeAt` is an instant of the post's clock. Throws `document.unknown`. */
export function advicePaper(desk: Desk, id: string, locale: Locale, madeAt: string): DocumentModel {
  const { advice, findings } = openAdvice(desk, id);
  return modelOf(desk, advice, findings, locale, madeAt);
}

/** The newest advice of a request that was finalised: a draft is no advice yet. Throws `entry.unknown` when there is none. */
export function standingAdvicePaper(desk: Desk, requestId: string, locale: Locale, madeAt: string): DocumentModel {
  const standing = adviceOf(desk.file, requestId);
  if (!standing) throw new AppError('entry.unknown', 'the request has no finalised advice', { field: 'withAdvice', details: { id: requestId } });
  return modelOf(desk, adviceRevision(desk, standing.id, standing.revisionId), [], locale, madeAt);
}

export function lifePaper(desk: Desk, requestId: string, locale: Locale, madeAt: string): DocumentModel {
  const request = openRequest(desk, requestId);
  return lifeModel({
    life: openLife(desk, requestId),
    title: titleOf(request.values),
    reasons: desk.reference.all.lifeReasons,
    template: templateOf(desk, request.templateId),
    packVersions: request.packVersions,
    locale,
    madeAt,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    exercise: saysExercise(desk, requestId, request),
  });
}

function modelOf(desk: Desk, advice: AdviceDocument, findings: Parameters<typeof adviceModel>[0]['findings'], locale: Locale, madeAt: string): DocumentModel {
  const request = advice.requestId === undefined ? undefined : openRequest(desk, advice.requestId);
  const template = request && templateOf(desk, request.templateId);
  return adviceModel({
    advice,
    criteria: desk.reference.all.adviceCriteria,
    context: contextOf(desk, advice.requestId),
    request: request && { reference: request.reference, title: titleOf(request.values) },
    fields: new Map(template ? fieldsOf(template).map((field) => [field.id, field]) : []),
    reference: desk.reference.forAssessment,
    findings,
    locale,
    madeAt,
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    exercise: saysExercise(desk, advice.id, request),
  });
}

function templateOf(desk: Desk, id: string): Template | undefined {
  return isAssessable(desk, id) ? desk.reference.template(id) : undefined;
}

function saysExercise(desk: Desk, id: string, request: RequestDocument | undefined): boolean {
  return request?.values[exerciseField] === true || isExercise(desk, id, request?.id === id ? 'request' : 'advice');
}
