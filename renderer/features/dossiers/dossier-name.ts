import type { DossierSummary } from '../../../shared/domain/dossier.ts';

/** A dossier whose name was emptied is still called something. */
export const nameOf = ({ title, reference }: Pick<DossierSummary, 'title' | 'reference'>): string => (title === '' ? reference : title);
