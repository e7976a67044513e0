/** Which dossiers of the list fit what is typed. */
import type { DossierSummary } from '../../../shared/domain/dossier.ts';

export type Shown = 'open' | 'closed' | 'all';

/** A dossier whose name was emptied is still called something. */
export const nameOf = ({ title, reference }: Pick<DossierSummary, 'title' | 'reference'>): string => (title === '' ? reference : title);

/** Every word must stand in title, number or the name of a region. */
export function findDossiers(dossiers: readonly DossierSummary[], { text, shown }: { readonly text: string; readonly shown: Shown }, regionName: (code: string) => string): readonly DossierSummary[] {
  const words = text.trim().toLocaleLowerCase('nl').split(/\s+/);
  return dossiers.filter((dossier) => {
    if (shown !== 'all' && dossier.closed !== (shown === 'closed')) return false;
    const inWords = [dossier.title, dossier.reference, ...dossier.regions.map(({ regionCode }) => regionName(regionCode))].join(' ').toLocaleLowerCase('nl');
    return words.every((word) => inWords.includes(word));
  });
}
