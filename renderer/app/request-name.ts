/** What a request is called: its title, or its number until it has one. A link without words cannot be followed. */
import type { RequestSummary } from '../../shared/domain/request.ts';

export function requestName({ title, reference }: Pick<RequestSummary, 'title' | 'reference'>): string {
  return title.trim() === '' ? reference : title;
}
