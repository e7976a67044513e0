/**
 * Taking in a page of a carrier: in stretches, each a transaction, so short that a person who types does not notice; between them the store
 * answers the window. The order is that of the page.
 */
import { setImmediate } from 'node:timers/promises';
import type { Desk } from '../documents/desk.ts';
import { moveLogOn } from '../file/log-mover.ts';
import { type OpenedAhead, openAhead } from './opening.ts';
import { takeReady } from './ready.ts';
import { receive } from './receive.ts';
import type { Tally } from './tally.ts';

/** A stretch ends before either: 128 revisions take some 20 ms to write, as does a megabyte of a file. */
const stretchCount = 128;
const stretchBytes = 1024 * 1024;

export interface TakeInOptions {
  /** where the envelopes were opened already */
  readonly ahead?: OpenedAhead;
  readonly signal?: AbortSignal | undefined;
  /** envelopes of this page so far */
  readonly onTaken?: (taken: number) => void;
  /** in the transaction of the last stretch */
  readonly atEnd?: () => void;
}

/** Errors of the store are thrown and leave nothing of the stretch in which they came; those before it stay. */
export async function takeIn(desk: Desk, sealed: readonly Uint8Array[], from: string, tally: Tally, { ahead, signal, onTaken, atEnd }: TakeInOptions = {}): Promise<void> {
  const opened = ahead ?? (await openAhead(desk.file, sealed));
  let start = 0;
  do {
    signal?.throwIfAborted();
    const end = endOfStretch(sealed, start);
    receive(desk, sealed.slice(start, end), from, tally, { ahead: opened, ...(atEnd && end === sealed.length ? { also: atEnd } : {}) });
    start = end;
    onTaken?.(start);
    await setImmediate();
    moveLogOn(desk);
    await setImmediate();
  } while (start < sealed.length);
  await takeReady(desk, tally);
}

function endOfStretch(sealed: readonly Uint8Array[], start: number): number {
  let bytes = 0;
  for (let end = start; end < sealed.length; end += 1) {
    bytes += sealed[end]?.length ?? 0;
    if (end > start && (end - start >= stretchCount || bytes > stretchBytes)) return end;
  }
  return sealed.length;
}
