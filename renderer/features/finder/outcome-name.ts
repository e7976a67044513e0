/** An outcome in one line; several requests are told apart by their bases, and by the part of the bases where those have parts. */
import type { FinderSummary } from '../../../shared/domain/finder.ts';
import { partOf } from '../../../shared/rules/basis-part.ts';
import { useReference } from '../../app/session.ts';
import { useBilingual } from '../../ui/index.ts';

export function useOutcomeName(): (outcome: FinderSummary) => string {
  const bilingual = useBilingual();
  const { legalBasisById } = useReference();
  return ({ kind, title, basisIds, templateIds }) => {
    if (kind !== 'several') return bilingual(title);
    const bases = basisIds.flatMap((id) => legalBasisById.get(id) ?? []);
    const parts = new Set(templateIds.flatMap((id) => bases.flatMap((basis) => partOf(basis, id)?.title ?? [])).map(bilingual));
    return [bases.map(({ short }) => short).join(' + '), ...parts].join(' · ');
  };
}
