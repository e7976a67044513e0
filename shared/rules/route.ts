/** The road that this request travels: the chain of its legal basis with the names of the request in it. */
import type { AssessedStep, AssessmentInput } from '../domain/assessment.ts';
import type { Bilingual } from '../domain/basics.ts';
import type { Actor } from '../domain/legal-basis.ts';
import { meets } from './conditions.ts';
import { read, readText } from './values.ts';

/** How the chain of a basis with several applicants names whoever asks. */
const anyApplicant: Bilingual = { nl: 'bestuursorgaan', en: 'public body' };

/**
 * The chain names offices in plain words, so that it also reads well beside the law. Where a text names the authority that asks by
 * its title, the name of its region follows: 'De voorzitter van de veiligheidsregio Zuid-Limburg vraagt…'. Where it says public body,
 * who that is follows: 'Het bestuursorgaan (Burgemeester, gemeente Terschelling) vraagt…'.
 */
export function route({ values, basis, reference }: Pick<AssessmentInput, 'values' | 'basis' | 'reference'>): AssessedStep[] {
  const chosen = read(values, 'applicant.actor', 'choice');
  const applicant = basis.applicants.find((one) => one.actor === chosen) ?? basis.applicants[0];
  const name = (actor: Actor): Actor => (actor === 'applicant' ? (applicant?.actor ?? actor) : actor);
  const code = read(values, 'applicant.region', 'region');
  const region = code === undefined ? undefined : reference.regions[code]?.name;
  const organ = readText(values, 'applicant.organ');
  const who = (title: string): string => `(${[title, ...(organ === undefined ? [] : [organ])].join(', ')})`;
  const fill = (text: Bilingual): Bilingual => {
    if (!applicant) return text;
    if (basis.applicants.length > 1) {
      return chosen === applicant.actor
        ? { nl: named(text.nl, anyApplicant.nl, who(applicant.title.nl)), en: named(text.en, anyApplicant.en, who(applicant.title.en)) }
        : text;
    }
    return applicant.actor === 'chairSafetyRegion' && region !== undefined
      ? { nl: named(text.nl, applicant.title.nl, region), en: named(text.en, applicant.title.en, region) }
      : text;
  };
  return basis.chain.filter((step) => step.when === undefined || meets(values, step.when)).map((step) => ({
    id: step.id,
    kind: step.kind,
    from: name(step.from),
    ...(step.to === undefined ? {} : { to: name(step.to) }),
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
