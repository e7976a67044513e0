/** How several requests for one incident begin: each fact once, so that what they share cannot be said in two ways. */
import type { FieldChanges } from '../domain/request.ts';
import type { Template } from '../domain/template.ts';
import { inStep } from './in-step.ts';

export interface StartingRequest {
  readonly template: Template;
  readonly values: FieldChanges;
}

export interface LinkedStart {
  /** shared facts */
  readonly values: FieldChanges;
  /** one per template, in the order in which they came, each with the values of its own */
  readonly templates: readonly { readonly templateId: string; readonly values: FieldChanges }[];
}

/**
 * As `request.createLinked` takes it. Two parts of one template become one. Where two parts say something else of a fact that they share,
 * the first counts: they come in the order in which they matter.
 */
export function linkedStart(parts: readonly StartingRequest[]): LinkedStart {
  const byTemplate = new Map<string, StartingRequest>();
  for (const { template, values } of parts) {
    const earlier = byTemplate.get(template.id);
    byTemplate.set(template.id, { template, values: { ...values, ...earlier?.values } });
  }
  const requests = [...byTemplate.values()];
  const isShared = ({ template }: StartingRequest, field: string): boolean => requests.some((other) => other.template.id !== template.id && inStep(template, other.template).has(field));
  const shared: Record<string, FieldChanges[string]> = {};
  for (const request of requests) for (const [field, value] of Object.entries(request.values)) if (isShared(request, field) && !Object.hasOwn(shared, field)) shared[field] = value;
  return {
    values: shared,
    templates: requests.map((request) => ({ templateId: request.template.id, values: Object.fromEntries(Object.entries(request.values).filter(([field]) => !isShared(request, field))) })),
  };
}
