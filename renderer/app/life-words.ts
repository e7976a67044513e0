/** What is still to be done with a request, in words that count up. */
import type { LifeTask } from '../../shared/domain/life.ts';
import type { Say } from '../ui/index.ts';

const minute = 60_000;
const minutesInHour = 60;
const hoursInDay = 24;
/** Up to this many hours are told in hours, as people in an operations room count; beyond them in days. */
const hoursTold = 48;
/** From this many days on an hour more or less says nothing. */
const daysAlone = 7;

/** Time that passed between two instants, in words: `35 min`, `2 u 10 min`, `3 dagen 4 u`, `12 dagen`. Nothing has passed when the first is later. */
export function passedText(since: string, now: string, say: Say): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / minute));
  const hours = Math.floor(minutes / minutesInHour);
  if (hours === 0) return say('lifeDesk.minutes', { minutes });
  if (hours < hoursTold) return say('lifeDesk.hours', { hours, minutes: minutes % minutesInHour });
  const days = Math.floor(hours / hoursInDay);
  return days < daysAlone ? say('lifeDesk.days', { days, hours: hours % hoursInDay }) : say('lifeDesk.daysAlone', { days });
}

export function taskText(task: LifeTask, now: string, say: Say): string {
  return say('lifeDesk.task', { task: say(`life.task.${task.kind}`), passed: passedText(task.since, now, say) });
}
