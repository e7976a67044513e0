/** The minute that it is now in the Netherlands, as entries and steps hold it: nobody writes seconds in a log. */
import { now } from '@internationalized/date';
import { amsterdam } from '../ui/zoned.ts';

export function thisMinute(): string {
  return now(amsterdam).set({ second: 0, millisecond: 0 }).toString();
}
