/** The tone in which outcomes of advice, decisions and states of a request show, everywhere the same. */
import type { AdviceOutcome } from '../../shared/domain/advice-criterion.ts';
import type { AdviceComparison, LifeState } from '../../shared/domain/life.ts';
import type { TagTone } from '../ui/tag.tsx';

export const adviceTones: Readonly<Record<AdviceOutcome, TagTone>> = { positive: 'ok', conditional: 'warn', negative: 'bad', redirect: 'neutral' };
export const decisionTones: Readonly<Record<NonNullable<AdviceComparison['decision']>, TagTone>> = { granted: 'ok', grantedInPart: 'warn', rejected: 'bad' };
export const differenceTones: Readonly<Record<AdviceComparison['differs'], TagTone>> = { open: 'neutral', same: 'ok', partly: 'warn', differs: 'bad' };

const notable: Readonly<Partial<Record<LifeState, TagTone>>> = { granted: 'ok', grantedInPart: 'warn', rejected: 'bad', deployed: 'ok', settled: 'ok', askedOrally: 'warn' };
export const stateTone = (state: LifeState): TagTone => notable[state] ?? 'neutral';
