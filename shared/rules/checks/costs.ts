/** Who pays: the covenant FNIK unless something else is agreed. No source gives a threshold in hours or euros, so there is none here. */
import { answers } from '../citation.ts';
import { read, readText } from '../values.ts';
import { type Check, nothing, remark } from './check.ts';

const arrangementField = 'costs.arrangement';
export const largeOrLongField = 'costs.largeOrLong';

/** All settlement of assistance and support falls within FNIK; its art. 5 allows further agreements at large or long deployments (answer 48). */
export const arrangement: Check = ({ values, shown }) => {
  const largeOrLong = shown.has(largeOrLongField) ? read(values, largeOrLongField, 'yesNo') : undefined;
  switch (read(values, arrangementField, 'choice')) {
    case 'fnik':
      return [largeOrLong === true ? remark('informs', 'checks.costs.mayAgree', arrangementField, answers('48')) : remark('ok', 'checks.costs.fnik', arrangementField, answers('48'))];
    case 'fnikArticle5':
      return [largeOrLong === false ? remark('warns', 'checks.costs.notLarge', arrangementField, answers('48')) : remark('informs', 'checks.costs.article5', arrangementField, answers('48'))];
    case 'otherPayer': {
      const payer = readText(values, 'costs.payer');
      return payer === undefined
        ? [remark('warns', 'checks.costs.noPayer', 'costs.payer', answers('48'))]
        : [remark('informs', 'checks.costs.otherPayer', arrangementField, answers('48'), { payer })];
    }
    default:
      return nothing;
  }
};
