/** Which part of a legal basis a request stands under, and who may ask there. A basis without parts is one whole. */
import type { BasisPart, LegalBasis } from '../domain/legal-basis.ts';

export function partOf(basis: LegalBasis, templateId: string): BasisPart | undefined {
  return basis.parts?.find((part) => part.templates.includes(templateId));
}

/** The applicants of the part that the template belongs to; all of the basis where it has no parts. */
export function applicantsOf(basis: LegalBasis, templateId: string): LegalBasis['applicants'] {
  const part = partOf(basis, templateId);
  return part ? basis.applicants.filter(({ actor }) => part.applicants.includes(actor)) : basis.applicants;
}
