/** The window's guards and the schemas of the store must never part: what one takes, the other takes. */
import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueSchemas } from '../../shared/domain/request.ts';
import type { FieldType } from '../../shared/domain/template.ts';
import { hasShape } from '../../shared/rules/shapes.ts';

const types = Object.keys(valueSchemas) as FieldType[];

const moment = fc.constantFrom('2021-07-14T18:00:00+02:00[Europe/Amsterdam]', '2021-07-14T18:00+02:00[UTC]', '2021-07-14', '2021-07-14T18:00:00+02:00', '9999-99-99T99:99+99:99[x]', '');
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(1, 80, 81, 500, 501, 50_000, 50_001).map((length) => 'a'.repeat(length)),
  fc.constantFrom('VR00', 'VR01', 'VR25', 'VR26', 'GM0093', 'GM93', 'beach-cleanup', 'Beach', 'a--b', '-a'),
  moment,
);
const id = fc.oneof(fc.uuid(), fc.constantFrom('00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '6c0c0000-0000-9000-8000-000000000006', '6c0c0000-0000-4000-7000-000000000006', 'x'));
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -0, 0.5, 1, 1_000_000, 1_000_000.5, 1_000_001, Number.NaN, Infinity));
const part = fc.oneof(text, number, fc.boolean(), fc.constantFrom(null, undefined));

const parts = (known: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<unknown> =>
  fc.record({ ...known, other: part }, { requiredKeys: [] }).chain((made) => fc.boolean().map((keepsOther) => (keepsOther ? made : Object.fromEntries(Object.entries(made).filter(([name]) => name !== 'other')))));
const often = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: part });

const period = parts({ start: often(moment), end: often(moment) });
const place = parts({ description: often(text), coordinates: often(text) });
const sha256 = fc.oneof(fc.constantFrom('a'.repeat(64), 'A'.repeat(64), 'a'.repeat(63)), text);
const attachment = parts({ id: often(id), name: often(text), sha256: often(sha256) });
const contact = parts({ function: often(text), name: often(text), phone: often(text), mail: often(text) });
const signature = parts({ office: often(text), name: often(text), mandated: often(fc.boolean()), mandate: often(text), signedAt: often(moment) });
const capabilityLine = parts({ id: often(id), capabilityId: often(text), description: often(text), quantity: often(number), unit: often(text), people: often(number), substitutes: often(text), note: often(text) });
const many = (item: string): fc.Arbitrary<unknown> => fc.constantFrom(0, 1, 200, 201, 400, 401).map((length) => Array.from({ length }, () => item));
const value = fc.oneof(part, period, place, contact, signature, fc.array(text, { maxLength: 3 }), fc.array(capabilityLine, { maxLength: 3 }), fc.array(attachment, { maxLength: 3 }), many('GM0093'), fc.jsonValue({ maxDepth: 2 }));

test.each(types)('a value is taken as %s by the guard exactly when the schema takes it', (type) => {
  fc.assert(
    fc.property(value, (one) => {
      expect(hasShape(type, one)).toBe(valueSchemas[type].safeParse(one).success);
    }),
    { numRuns: 600 },
  );
});

test('lines that the schema takes, in any number up to the limit, are taken', () => {
  const line = { id: '6c0c0000-0000-4000-8000-000000000006', description: '', capabilityId: 'beach-cleanup', quantity: 0.5, unit: '', people: 50, substitutes: 'x', note: 'y' };
  for (const length of [1, 200, 201]) {
    const lines = Array.from({ length }, () => line);
    expect(hasShape('capabilityLines', lines)).toBe(valueSchemas.capabilityLines.safeParse(lines).success);
  }
  expect(hasShape('capabilityLines', [line])).toBe(true);
});

test('the guards take real values of each type', () => {
  const since = { start: '2019-01-04T09:00:00+01:00[Europe/Amsterdam]' };
  const real: Readonly<Record<FieldType, unknown>> = {
    text: 'a',
    longText: 'a',
    choice: 'a',
    yesNo: false,
    number: 0,
    dateTime: since.start,
    period: since,
    region: 'VR02',
    municipalities: ['GM0093'],
    place: { coordinates: '50.8, 5.8' },
    contact: { phone: '' },
    capabilityLines: [{ id: '6c0c0000-0000-4000-8000-000000000006', description: 'Militairen' }],
    attachments: [{ id: '6c0c0000-0000-4000-8000-000000000006', name: 'kaart.pdf', sha256: 'a'.repeat(64) }],
    signature: { mandated: true, signedAt: since.start },
  };
  for (const type of types) expect(hasShape(type, real[type]), type).toBe(true);
});
