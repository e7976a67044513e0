/** What a case of a check is: a draft on which it speaks, or one on which it does not. */
import type { AssessmentInput, Outcome } from '../../../shared/domain/assessment.ts';

export interface Fires {
  readonly when: string;
  readonly input: AssessmentInput;
  readonly outcome: Outcome;
  readonly messageId: string;
  readonly field?: string;
  /** part of the Dutch text */
  readonly says: string;
  /** part of the source */
  readonly source?: string;
}

export interface Silent {
  readonly when: string;
  readonly input: AssessmentInput;
}

export interface CheckCase {
  readonly fires: readonly Fires[];
  readonly silent: readonly Silent[];
}
