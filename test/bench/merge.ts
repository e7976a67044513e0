/** What a merge of two long documents costs: two hundred fields, both sides with changes of their own, some of them the same field. */
import type { Values } from '../../shared/rules/merge/parts.ts';
import { type Side, merge } from '../../shared/rules/merge/merge.ts';
import { type Bench, quantile } from './figure.ts';

const fields = 200;
const rounds = 300;

function values(change: (number: number) => string | undefined): Values {
  return Object.fromEntries(
    Array.from({ length: fields }, (_, number) => {
      const added = change(number);
      const text = `Alinea een van veld ${number}.\n\nAlinea twee, met de reden.\n\nAlinea drie.`;
      return [`veld.nummer${number}`, added === undefined ? text : text.replace('twee', added)];
    }),
  );
}

const side = (revision: string, held: Values): Side => ({ values: held, open: {}, origin: () => revision });

export const mergeBench: Bench = {
  name: 'merge',
  measure: async () => {
    const base = { values: values(() => undefined), open: {} };
    const one = side('1'.repeat(64), values((number) => (number % 3 === 0 ? `van de een ${number}` : undefined)));
    const other = side('2'.repeat(64), values((number) => (number % 4 === 0 ? `van de ander ${number}` : undefined)));
    const times: number[] = [];
    let open = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      open = Object.keys(merge([base], one, other).open).length;
      times.push(performance.now() - start);
    }
    if (open !== Math.ceil(fields / 12)) throw new Error(`the merge left ${open} fields open`);
    const value = Math.round(quantile(times, 0.95) * 100) / 100;
    return [
      { id: 'merge.200-fields', what: 'three-way merge of two documents, p95', unit: 'ms', value, size: `${fields} fields, ${open} changed by both, ${rounds} rounds`, expected: { what: 'below 5 ms', met: value < 5 } },
    ];
  },
};
