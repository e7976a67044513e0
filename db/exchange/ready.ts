/** Taking in what waited and is ready (parked.ts). Errors of the store are thrown and leave nothing of the stretch in which they came. */
import { setImmediate } from 'node:timers/promises';
import type { Desk } from '../documents/desk.ts';
import { isAnythingReady, markReady } from './parked.ts';
import { receive } from './receive.ts';
import type { Tally } from './tally.ts';

/** One stretch. Gives whether anything is left. */
function takeSome(desk: Desk, tally: Tally): boolean {
  if (!isAnythingReady(desk.file)) return false;
  receive(desk, [], null, tally);
  return isAnythingReady(desk.file);
}

/** All of it, the store having its turn in between. */
export async function takeReady(desk: Desk, tally: Tally): Promise<void> {
  while (takeSome(desk, tally)) await setImmediate();
}

/** All of it at once: where a person did what it waited for. */
export function takeReadyNow(desk: Desk, tally: Tally): void {
  for (let more = true; more; ) more = takeSome(desk, tally);
}

/** Tries again what waited for any of these. */
export function replayWaiting(desk: Desk, needs: readonly string[], tally: Tally): void {
  desk.file.atomically(() => markReady(desk.file, needs));
  takeReadyNow(desk, tally);
}
