/** What a request is called: its title, or its number until it has one. A link without words cannot be followed. */
import type { LegalBasis } from '../../shared/domain/legal-basis.ts';
import type { FieldValues, RequestSummary } from '../../shared/domain/request.ts';
import type { Say } from '../ui/say.ts';

/** the field that names the incident (see GLOSSARY: the field ids are words of the field) */
export const incidentField = 'applicant.incident';

export function requestName({ title, reference }: Pick<RequestSummary, 'title' | 'reference'>): string {
  return title.trim() === '' ? reference : title;
}

/** As it stands above its paper: what is asked, under which kind of help, and of which incident. */
export function requestTitle(values: FieldValues, basis: Pick<LegalBasis, 'term'> | undefined, say: Say): string {
  const incident = values[incidentField];
  const kind = say(`document.title.${basis?.term ?? 'assistance'}`);
  return typeof incident === 'string' && incident.trim() !== '' ? `${kind}: ${incident.trim()}` : kind;
}
