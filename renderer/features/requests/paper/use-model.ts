/** The paper of a document, made by the same pure function that makes every exported file. */
import { useMemo } from 'react';
import type { Finding } from '../../../../shared/domain/assessment.ts';
import type { RequestDocument } from '../../../../shared/domain/request.ts';
import type { DocumentModel } from '../../../../shared/document/model.ts';
import { requestModel } from '../../../../shared/document/request-model.ts';
import { assess } from '../../../../shared/rules/assess.ts';
import { useIdentity } from '../../../app/session.ts';
import { useAppLocale } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';

/** Undefined when this post does not hold the template or the legal basis of the document. */
export function useDocumentModel(document: RequestDocument, reference: ReferenceIndex, now: string, findings?: readonly Finding[]): DocumentModel | undefined {
  const identity = useIdentity();
  const locale = useAppLocale();
  return useMemo(() => {
    const template = reference.templates[document.templateId];
    const basis = reference.legalBases[document.legalBasisId];
    if (!template || !basis) return undefined;
    return requestModel({
      document,
      template,
      basis,
      reference,
      findings: findings ?? assess({ values: document.values, template, basis, reference, now }).findings,
      locale,
      madeAt: now,
      author: { post: identity.name, function: identity.function },
      exercise: document.exercise === true || document.values['applicant.exercise'] === true,
    });
  }, [document, reference, now, findings, locale, identity]);
}

