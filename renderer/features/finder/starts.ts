/** The drafts that an outcome gives, with what the answers fill in of them. */
import type { FinderOutcome, FinderPart, FinderRequest, FinderSeveral } from '../../../shared/domain/finder.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { fitting } from '../../../shared/rules/finder/outcome.ts';
import type { RequestStart } from '../../app/new-request.ts';

/** Those of whoever asks, and for another applicant those that the competent one signs. Without a template here nothing can be made. */
export function requestsOf(outcome: FinderPart | FinderSeveral): readonly FinderRequest[] {
  if (outcome.kind === 'basis') return [outcome];
  if (outcome.kind === 'several' || outcome.kind === 'wrongApplicant') return outcome.requests;
  return [];
}

export function startsOf(outcome: FinderOutcome, templates: ReadonlyMap<string, Template>): readonly RequestStart[] {
  return requestsOf(outcome).flatMap(({ templateId, values }) => {
    const template = templates.get(templateId);
    return template ? [{ templateId, values: { ...fitting(template, values) } }] : [];
  });
}
