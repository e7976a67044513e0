/** Tells what other posts brought, quietly: at most one message in a while, however much arrives. */
import { useEffect, useRef } from 'react';
import type { EventPayload } from '../../shared/contract.ts';
import { link } from '../link/index.ts';
import { notify } from '../ui/live.tsx';
import { type Format, type Say, useFormat, useSay } from './language/index.ts';

type Arrival = EventPayload<'document.arrived'>;

/** Milliseconds: what arrives together is told together; and between two messages. */
const togetherMs = 2_000;
const quietMs = 20_000;

export function Arrivals(): null {
  const say = useSay();
  const format = useFormat();
  const words = useRef({ say, format });
  useEffect(() => {
    words.current = { say, format };
  }, [say, format]);
  useEffect(() => {
    const arrived = new Map<string, Arrival>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (): void => {
      timer = undefined;
      toldAt = performance.now();
      notify({ tone: 'info', text: arrivalWords([...arrived.values()], words.current.say, words.current.format) });
      arrived.clear();
    };
    const stop = link.on('document.arrived', (arrival) => {
      arrived.set(arrival.id, arrival);
      timer ??= setTimeout(tell, Math.max(togetherMs, toldAt + quietMs - performance.now()));
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return null;
}

export function arrivalWords(arrivals: readonly Arrival[], say: Say, { list }: Pick<Format, 'list'>): string {
  const [only] = arrivals;
  const by = list([...new Set(arrivals.flatMap((one) => (one.by === undefined ? [] : [one.by])))]);
  const differ = arrivals.filter(({ differs }) => differs).length;
  const told =
    arrivals.length === 1 && only
      ? say(by === '' ? 'exchangeDesk.arrived.oneUnknown' : 'exchangeDesk.arrived.one', { by, reference: only.reference, kind: kindWord(only.kind, say) })
      : say(by === '' ? 'exchangeDesk.arrived.manyUnknown' : 'exchangeDesk.arrived.many', { by, count: arrivals.length });
  return differ === 0 ? told : `${told} ${say('exchangeDesk.arrived.differ', { count: differ })}`;
}

function kindWord(kind: string, say: Say): string {
  return kind === 'request' || kind === 'dossier' || kind === 'advice' ? say(`exchangeDesk.kind.${kind}`) : say('exchangeDesk.kind.other');
}
