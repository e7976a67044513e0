/** The road that this request travels: the chain of its legal basis with the names of the request in it. */
import type { AssessedStep, AssessmentInput } from '../domain/assessment.ts';
import type { Bilingual } from '../domain/basics.ts';
import type { Actor } from '../domain/legal-basis.ts';
import { applicantsOf, partOf } from './basis-part.ts';
import { meets } from './conditions.ts';
import { read, readText } from './values.ts';

export interface RouteInput extends Pick<AssessmentInput, 'values' | 'basis' | 'reference'> {
  readonly template: Pick<AssessmentInput['template'], 'id'>;
}

/**
 * The chain names offices in plain words, so that it also reads well beside the law. Where a text names the authority that asks by
 * its title, the name of its region follows: 'De voorzitter van de veiligheidsregio Zuid-Limburg vraagt…'. Where several may ask, the
 * basis has a word for them (public body, authority) and who that is follows: 'Het bestuursorgaan (Burgemeester, gemeente Terschelling)
 * vraagt…'. Steps of another part of the basis (public order, criminal law) and steps whose condition the draft does not meet stay out.
 */
export function route({ values, basis, reference, template }: RouteInput): AssessedStep[] {
  const part = partOf(basis, template.id);
  const applicants = applicantsOf(basis, template.id);
  const chosen = read(values, 'applicant.actor', 'choice');
  const applicant = applicants.find((one) => one.actor === chosen) ?? applicants[0];
  const name = (actor: Actor): Actor => (actor === 'applicant' ? (applicant?.actor ?? actor) : actor);
  const code = read(values, 'applicant.region', 'region');
  const region = code === undefined ? undefined : reference.regions[code]?.name;
  const organ = readText(values, 'applicant.organ');
  const fill = (text: Bilingual): Bilingual => {
    if (!applicant) return text;
    const isChair = applicant.actor === 'chairSafetyRegion';
    const place = isChair ? (region ?? organ) : organ;
    if (basis.anyApplicant) {
      if (chosen !== applicant.actor) return text;
      const who = (title: string): string => `(${[title, ...(place === undefined ? [] : [place])].join(', ')})`;
      return { nl: named(text.nl, basis.anyApplicant.nl, who(applicant.title.nl)), en: named(text.en, basis.anyApplicant.en, who(applicant.title.en)) };
    }
    if (place === undefined || (isChair && region === undefined)) return text;
    const words = isChair ? place : `(${place})`;
    return { nl: named(text.nl, applicant.title.nl, words), en: named(text.en, applicant.title.en, words) };
  };
  return basis.chain
    .filter((step) => step.part === undefined || part === undefined || step.part === part.id)
    .filter((step) => step.when === undefined || meets(values, step.when))
    .map((step) => ({
      id: step.id,
      kind: step.kind,
      from: name(step.from),
      ...(step.to === undefined ? {} : { to: name(step.to) }),
      ...(step.inAgreementWith === undefined ? {} : { inAgreementWith: step.inAgreementWith }),
      ...(step.afterConsulting === undefined ? {} : { afterConsulting: step.afterConsulting }),
      text: fill(step.text),
      provenance: step.provenance,
    }));
}

/** The text with the name behind the first mention of the title, whatever its capitals. */
function named(text: string, title: string, name: string): string {
  const at = text.toLowerCase().indexOf(title.toLowerCase());
  if (at < 0) return text;
  const end = at + title.length;
  return `${text.slice(0, end)} ${name}${text.slice(end)}`;
}
