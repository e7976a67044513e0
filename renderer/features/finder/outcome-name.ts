/** An outcome in one line; several requests are told apart by their bases. */
import type { FinderSummary } from '../../../shared/domain/finder.ts';
import { useReference } from '../../app/session.ts';
import { useBilingual } from '../../ui/index.ts';

export function useOutcomeName(): (outcome: FinderSummary) => string {
  const bilingual = useBilingual();
  const { legalBasisById } = useReference();
  return ({ kind, title, basisIds }) => (kind === 'several' ? basisIds.map((id) => legalBasisById.get(id)?.short ?? id).join(' + ') : bilingual(title));
}
