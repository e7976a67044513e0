/**
 * How far an exercise is by its script. It follows from the acts of exercise control alone and from the clock of whoever looks: no post
 * waits for another. A wrong clock shows an inject early or late on that post, and changes nothing else.
 */
import type { Inject, ScriptAct } from '../domain/exercise-script.ts';

export interface ScriptClock {
  readonly phase: 'waiting' | 'running' | 'paused';
  /** instant of T+00:00, as exercise control set it last */
  readonly startedAt: string | undefined;
  /** of exercise time, milliseconds; negative before a start that is still to come */
  readonly elapsed: number;
  readonly released: ReadonlySet<string>;
}

const minute = 60_000;

/** `T+01:30` is 90. */
export function minutesOf(at: string): number {
  const [hours = '0', minutes = '0'] = at.slice(2).split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The acts in the order of their moments, `now` an instant. A start sets everything back to its beginning; what was released stays. */
export function scriptClock(acts: readonly ScriptAct[], now: string): ScriptClock {
  const present = Date.parse(now);
  const released = new Set(acts.flatMap((act) => (act.kind === 'released' ? [act.inject] : [])));
  let started: number | undefined;
  let pausedAt: number | undefined;
  let paused = 0;
  for (const act of acts) {
    if (act.kind === 'started') [started, pausedAt, paused] = [Date.parse(act.at), undefined, 0];
    if (started === undefined) continue;
    if (act.kind === 'paused') pausedAt ??= Date.parse(act.at);
    if (act.kind === 'resumed' && pausedAt !== undefined) [paused, pausedAt] = [paused + Math.max(0, Date.parse(act.at) - Math.max(pausedAt, started)), undefined];
  }
  if (started === undefined) return { phase: 'waiting', startedAt: undefined, elapsed: 0, released };
  const until = pausedAt === undefined ? present : Math.min(present, pausedAt);
  return { phase: pausedAt === undefined ? 'running' : 'paused', startedAt: new Date(started).toISOString(), elapsed: until - started - paused, released };
}

export function hasAppeared({ phase, elapsed, released }: ScriptClock, { id, at }: Pick<Inject, 'id' | 'at'>): boolean {
  return released.has(id) || (phase !== 'waiting' && elapsed >= minutesOf(at) * minute);
}

/** The instant at which the next one appears by itself; none while the exercise does not run. */
export function nextAppearance(clock: ScriptClock, injects: readonly Pick<Inject, 'id' | 'at'>[], now: string): string | undefined {
  if (clock.phase !== 'running') return undefined;
  const waits = injects.filter((one) => !hasAppeared(clock, one)).map(({ at }) => minutesOf(at) * minute - clock.elapsed);
  return waits.length === 0 ? undefined : new Date(Date.parse(now) + Math.min(...waits)).toISOString();
}
