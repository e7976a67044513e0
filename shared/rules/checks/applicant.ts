/** Who asks: the competent authority of the legal basis, itself or through a mandate. */
import { applicantsOf } from '../basis-part.ts';
import { citation } from '../citation.ts';
import { read, readText } from '../values.ts';
import { type Check, both, none, nothing, remark } from './check.ts';

const actorField = 'applicant.actor';
const signatureField = 'sending.signature';
/** The film in which the LOCC explains how a request must be made: by the authority or its mandatary. */
const loccFilm = citation({ source: 'W2' });

/** The basis names who may ask (for the Wvr: art. 51 lid 1, the chair of the safety region); nobody else makes a valid request. */
export const competent: Check = ({ values, basis, template, reference, shown }) => {
  const actor = read(values, actorField, 'choice');
  const applicants = applicantsOf(basis, template.id);
  const first = applicants[0];
  if (!first) return nothing;
  const authority = { ...both('authority', joined(applicants.map((one) => one.title))), basis: basis.short };
  if (actor === undefined) return [remark('blocks', 'checks.applicant.absent', actorField, citation(first.provenance), authority)];
  const match = applicants.find((one) => one.actor === actor);
  if (!match) {
    const chosen = shown.get(actorField)?.options?.find((option) => option.value === actor)?.label ?? { nl: actor, en: actor };
    return [remark('blocks', 'checks.applicant.notCompetent', actorField, citation(first.provenance), { ...authority, ...both('chosen', chosen) })];
  }
  const code = match.actor === 'chairSafetyRegion' ? read(values, 'applicant.region', 'region') : undefined;
  const of = code === undefined ? readText(values, 'applicant.organ') : reference.regions[code]?.name;
  return [remark('ok', 'checks.applicant.competent', actorField, citation(match.provenance), { ...both('applicant', match.title), of: of ?? none })];
};

/** Whoever signs for the authority must say by which mandate: the LOCC takes a request only from the authority or its mandatary. */
export const mandate: Check = ({ values }) => {
  const signature = read(values, signatureField, 'signature');
  if (signature?.mandated !== true) return nothing;
  const words = signature.mandate?.trim() ?? '';
  return words === ''
    ? [remark('blocks', 'checks.mandate.missing', signatureField, loccFilm)]
    : [remark('ok', 'checks.mandate.given', signatureField, loccFilm, { mandate: words })];
};

function joined(titles: readonly { readonly nl: string; readonly en: string }[]): { nl: string; en: string } {
  const list = (locale: 'nl' | 'en'): string => new Intl.ListFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { type: 'disjunction' }).format(titles.map((title) => title[locale]));
  return { nl: list('nl'), en: list('en') };
}
