/** The field that says whether a request is exercise. The space that the request lies in decides it: the two never contradict each other. */
import type { FieldValue } from '../domain/request.ts';

export const exerciseField = 'applicant.exercise';

/** What the field holds in a space: always yes in an exercise, never yes outside one. */
export function exerciseValue(value: FieldValue | null | undefined, isExercise: boolean): FieldValue | null | undefined {
  if (isExercise) return true;
  return value === true ? false : value;
}
