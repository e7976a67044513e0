/** The market first: support must not take work from companies (Regeling MSOB art. 3). */
import { citation } from '../citation.ts';
import { read, readText } from '../values.ts';
import { type Check, none, nothing, remark } from './check.ts';

const reasonField = 'market.noParty';
const declarationField = 'market.declaration';

/**
 * Art. 3 lid 3: the request says why no order can be given to a civil market party, or a statement of no objection of the branch
 * association goes along. Lid 4: not when a minister asks.
 */
export const motivated: Check = ({ values, shown }) => {
  const field = shown.get(reasonField);
  if (!field || read(values, 'applicant.actor', 'choice') === 'minister') return nothing;
  const source = citation(field.provenance);
  const declaration = read(values, declarationField, 'choice');
  if (declaration === 'attached') {
    return [remark('ok', 'checks.market.declared', declarationField, source, { association: readText(values, 'market.association') ?? none })];
  }
  if (readText(values, reasonField) !== undefined) return [remark('ok', 'checks.market.motivated', reasonField, source)];
  // A statement that is still awaited is no statement: the law asks for it with the request.
  return [remark('blocks', declaration === 'requested' ? 'checks.market.awaited' : 'checks.market.missing', reasonField, source)];
};
