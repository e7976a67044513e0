/** Counters of a running hub, and their text form for Prometheus (exposition format 0.0.4). Nothing in them names a space or a post. */
import type { SpaceFigures } from '../../db/hub/store.ts';
import type { Outcome } from '../../db/exchange/hub-wire.ts';

/** Upper bounds in seconds. */
const durations = [0.005, 0.02, 0.1, 0.5, 2, 10] as const;

export interface Metrics {
  readonly request: (route: string, status: number, seconds: number) => void;
  readonly bytes: (direction: 'in' | 'out', count: number) => void;
  readonly envelopes: (outcome: Outcome | 'pulled', count: number) => void;
  readonly requests: () => number;
  readonly total: (outcome: Outcome | 'pulled') => number;
  readonly text: (now: MetricsNow) => string;
}

export interface MetricsNow {
  readonly spaces: readonly SpaceFigures[];
  readonly sessions: number;
  readonly uptimeSeconds: number;
}

const more = (map: Map<string, number>, key: string, by: number): void => void map.set(key, (map.get(key) ?? 0) + by);

const family = (name: string, type: string, help: string, lines: readonly string[]): string =>
  [`# HELP steunpunt_hub_${name} ${help}`, `# TYPE steunpunt_hub_${name} ${type}`, ...lines.map((line) => `steunpunt_hub_${name}${line}`)].join('\n');

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const outcomes = new Map<string, number>();
  const bytes = { in: 0, out: 0 };
  const buckets = durations.map(() => 0);
  let seconds = 0;
  let count = 0;

  return {
    request: (route, status, took) => {
      more(requests, `route="${route}",status="${status}"`, 1);
      seconds += took;
      count += 1;
      for (const [index, bound] of durations.entries()) if (took <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
    },
    bytes: (direction, by) => void (bytes[direction] += by),
    envelopes: (outcome, by) => more(outcomes, outcome, by),
    requests: () => count,
    total: (outcome) => outcomes.get(outcome) ?? 0,
    text: ({ spaces, sessions, uptimeSeconds }) => {
      const sum = (of: (space: SpaceFigures) => number): number => spaces.reduce((total, space) => total + of(space), 0);
      return [
        family('uptime_seconds', 'gauge', 'Time since this process started.', [` ${Math.round(uptimeSeconds)}`]),
        family('spaces', 'gauge', 'Spaces held.', [` ${spaces.length}`]),
        family('envelopes', 'gauge', 'Sealed envelopes held.', [` ${sum(({ high }) => high)}`]),
        family('bytes', 'gauge', 'Bytes of the sealed envelopes held.', [` ${sum((space) => space.bytes)}`]),
        family('sessions', 'gauge', 'Sessions of posts that are open.', [` ${sessions}`]),
        family('envelopes_total', 'counter', 'Envelopes brought, by what became of them, and pulled.', [...outcomes].map(([outcome, value]) => `{outcome="${outcome}"} ${value}`)),
        family('body_bytes_total', 'counter', 'Bytes of bodies received and sent.', [`{direction="in"} ${bytes.in}`, `{direction="out"} ${bytes.out}`]),
        family('requests_total', 'counter', 'Requests, by route and status.', [...requests].map(([labels, value]) => `{${labels}} ${value}`)),
        family('request_seconds', 'histogram', 'Time that requests took.', [
          ...durations.map((bound, index) => `_bucket{le="${bound}"} ${buckets[index] ?? 0}`),
          `_bucket{le="+Inf"} ${count}`,
          `_sum ${seconds.toFixed(6)}`,
          `_count ${count}`,
        ]),
        '',
      ].join('\n');
    },
  };
}
