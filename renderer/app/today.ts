/** Today's date in the Netherlands, `2026-11-22`: to say whether something is still valid. */
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

export function today(): string {
  return day.format(new Date());
}
