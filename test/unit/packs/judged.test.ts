import { describe, expect, it } from 'vitest';
import { packOf } from '../../helpers/packs.ts';
import { judgedQueries } from '../../search/judged.ts';

const queries = judgedQueries();
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  municipality: new Set(packOf('municipalities').entries.map((one) => one.code)),
  region: new Set(packOf('regions').entries.map((one) => one.code)),
  capability: new Set(packOf('capabilities').entries.map((one) => one.id)),
  effect: new Set(packOf('effects').entries.map((one) => one.id)),
  legalBasis: new Set(packOf('legal-bases').entries.map((one) => one.id)),
  contact: new Set(packOf('contacts').entries.map((one) => one.id)),
};

describe('the judged queries', () => {
  it('are at least 120, none twice', () => {
    expect(queries.length).toBeGreaterThanOrEqual(120);
    expect(new Set(queries.map(({ query }) => query.toLowerCase())).size).toBe(queries.length);
  });

  it('expect entries that the packs hold, each once', () => {
    const wrong = queries.flatMap(({ query, expected }) => expected.filter(({ kind, ref }, index) => !known[kind]?.has(ref) || expected.findIndex((other) => other.kind === kind && other.ref === ref) !== index).map(({ kind, ref }) => `${query}: ${kind} ${ref}`));
    expect(wrong).toEqual([]);
  });

  it('expect no more than the five that are looked at, unless one of many is enough', () => {
    expect(queries.filter(({ expected, anyOf }) => expected.length > 5 && anyOf === undefined).map(({ query }) => query)).toEqual([]);
    expect(queries.filter(({ expected, anyOf }) => anyOf === true && expected.length <= 5).map(({ query }) => query)).toEqual([]);
  });

  it('ask for everything that can be found', () => {
    expect([...new Set(queries.flatMap(({ expected }) => expected.map(({ kind }) => kind)))].toSorted()).toEqual(Object.keys(known).toSorted());
  });

  it('ask for at least two of three capabilities and for half of the effects', () => {
    const asked = (kind: string): number => new Set(queries.flatMap(({ expected }) => expected.filter((one) => one.kind === kind).map(({ ref }) => ref))).size;
    expect(asked('capability') / known['capability']!.size).toBeGreaterThan(2 / 3);
    expect(asked('effect') / known['effect']!.size).toBeGreaterThan(1 / 2);
  });
});
