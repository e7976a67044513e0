/** Making a formatter takes longer than all the rest of a new request. */
const years = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', year: 'numeric' });

/** The year on the calendar of the post: references count by it. */
export function yearAt(now: Date): number {
  return Number(years.format(now));
}
