/**
 * How long the tasks of the page worked, by the clock of its thread: what other programs do on the machine meanwhile is no part of it, as it is
 * of what Long Tasks tells. On a machine with nothing else to do the two say the same.
 */
import type { Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** microseconds that the thread worked */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of each task of the main thread while `act` ran. */
export async function taskWork(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // the protocol leaves the shape of an event open
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'] } });
  await act();
  const told = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await told;
  await session.detach();
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread));
  const tasks = events.filter((event) => event.ph === 'X' && event.name === 'RunTask' && main.has(thread(event)));
  // a browser that tells no tasks would pass for one without work
  if (tasks.length === 0) throw new Error('the browser told no tasks of the page');
  return tasks.map(({ tdur = 0 }) => tdur / 1000);
}
