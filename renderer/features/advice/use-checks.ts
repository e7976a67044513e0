/** What the rules say of the advice as it is typed: the same pure function that the store runs when it is finalised. */
import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AdviceCriterion } from '../../../shared/domain/advice-criterion.ts';
import type { Finding } from '../../../shared/domain/assessment.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { type AdviceContext, applies, checkAdvice } from '../../../shared/rules/advice/check.ts';
import { useReference } from '../../app/session.ts';
import { toAdviceValues } from './advice-values.ts';
import type { AdviceDraft } from './open-advices.ts';

/** What the rules look at of the request that is advised on. */
export function useAdviceContext(request: RequestDocument | undefined): AdviceContext {
  const { legalBasisById, templateById } = useReference();
  return useMemo(() => {
    const basis = request && legalBasisById.get(request.legalBasisId);
    if (!request || !basis) return {};
    const fields = templateById.get(request.templateId)?.sections.flatMap((section) => section.fields) ?? [];
    const capabilityIds = requestLines(request).flatMap(({ capabilityId }) => capabilityId ?? []);
    return { request: { legalBasisId: basis.id, term: basis.term, capabilityIds, fields: new Map(fields.map((field) => [field.id, field.label])) } };
  }, [request, legalBasisById, templateById]);
}

export function useAdviceChecks(draft: AdviceDraft, context: AdviceContext): readonly Finding[] {
  const { adviceCriteria } = useReference();
  const values = useDeferredValue(useStore(draft.store, (state) => state.values));
  return useMemo(() => checkAdvice(toAdviceValues(values), adviceCriteria, context), [values, adviceCriteria, context]);
}

/** The criteria that play here, and those that do not. */
export function useCriteria(context: AdviceContext): { readonly playing: readonly AdviceCriterion[]; readonly others: readonly AdviceCriterion[] } {
  const { adviceCriteria } = useReference();
  return useMemo(() => ({ playing: adviceCriteria.filter((one) => applies(one, context)), others: adviceCriteria.filter((one) => !applies(one, context)) }), [adviceCriteria, context]);
}

export interface RequestLine {
  readonly capabilityId?: string;
  readonly description: string;
}

/** The capability lines of the request, whatever its template calls their field. */
export function requestLines({ values }: Pick<RequestDocument, 'values'>): readonly RequestLine[] {
  return Object.values(values).flatMap((value) => (Array.isArray(value) ? value : [])).filter((one): one is RequestLine => typeof one === 'object' && one !== null && 'description' in one);
}
