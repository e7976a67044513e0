import { expect, it } from 'vitest';
import { attention, openDossiers } from '../../../renderer/features/workboard/attention.ts';
import type { DossierSummary } from '../../../shared/domain/dossier.ts';
import type { PackSummary } from '../../../shared/domain/pack.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';

const now = '2026-11-22T12:00:00.000Z';
const today = '2026-11-22';

const request = (id: string, more: Partial<RequestSummary> = {}): RequestSummary => ({
  id,
  reference: `VR24-2026-${id}`,
  title: id,
  templateId: 'wvr-51',
  legalBasisId: 'wvr-51',
  state: 'draft',
  version: 1,
  savedAt: '2026-11-22T10:00:00.000Z',
  blocks: 0,
  warns: 0,
  ...more,
});
const startsAt = (hour: string): string => `2026-11-${hour}:00+01:00[Europe/Amsterdam]`;
const pack = (id: string, validFrom: string, validUntil: string): PackSummary => ({
  id,
  kind: 'regions',
  version: '2026.1',
  date: validFrom,
  validFrom,
  validUntil,
  publisher: 'x',
  title: { nl: id, en: id },
  licence: 'x',
  entries: 1,
  sources: [],
});
const ids = (requests: readonly RequestSummary[]): readonly string[] => requests.map(({ id }) => id);

it('orders what is open by start, an unknown start last and the last saved of those first', () => {
  const { open } = attention(
    [request('none-old'), request('none-new', { savedAt: '2026-11-22T11:00:00.000Z' }), request('late', { start: startsAt('25T08') }), request('early', { start: startsAt('23T08') }), request('done', { state: 'finalised' })],
    [],
    now,
    today,
  );
  expect(ids(open)).toEqual(['early', 'late', 'none-new', 'none-old']);
});

it('puts what blocks before what only warns', () => {
  const { missing } = attention([request('warns', { warns: 9 }), request('blocks', { blocks: 1 }), request('fine'), request('final', { state: 'finalised', warns: 3 })], [], now, today);
  expect(ids(missing)).toEqual(['blocks', 'warns']);
});

it('counts the hours to a start over time zones, to 48 hours and no further', () => {
  const { soon } = attention(
    [request('in-2', { start: startsAt('22T15') }), request('in-48', { start: '2026-11-24T12:00:00+00:00[UTC]' }), request('in-49', { start: '2026-11-24T13:00:00+00:00[UTC]' })],
    [],
    now,
    today,
  );
  expect(soon.map(({ request: { id }, hours }) => [id, hours])).toEqual([
    ['in-2', 2],
    ['in-48', 48],
  ]);
});

it('keeps a draft in view whose start has passed, but not a finalised request', () => {
  const { soon } = attention([request('draft', { start: startsAt('22T11') }), request('final', { state: 'finalised', start: startsAt('22T11') })], [], now, today);
  expect(soon.map(({ request: { id }, hours }) => [id, hours < 0])).toEqual([['draft', true]]);
});

it('names packs that are outdated, end within thirty days or are not valid yet, and no others', () => {
  const { packs } = attention(
    [],
    [pack('valid', '2026-01-01', '2027-01-01'), pack('last-day', '2026-01-01', '2026-11-22'), pack('yesterday', '2026-01-01', '2026-11-21'), pack('in-30', '2026-01-01', '2026-12-22'), pack('tomorrow', '2026-11-23', '2027-12-31')],
    now,
    today,
  );
  expect(packs.map(({ pack: { id }, state }) => [id, state])).toEqual([
    ['last-day', 'endsSoon'],
    ['yesterday', 'outdated'],
    ['in-30', 'endsSoon'],
    ['tomorrow', 'notYet'],
  ]);
});

it('counts the open dossiers and shows those that were written in last', () => {
  const dossier = (id: string, more: Partial<DossierSummary> = {}): DossierSummary => ({ id, reference: id, title: id, regions: [], closed: false, requests: 0, savedAt: '2026-11-22T08:00:00.000Z', ...more });
  const { open, shown } = openDossiers([
    ...Array.from({ length: 6 }, (_, index) => dossier(`quiet-${index}`)),
    dossier('busy', { lastEntryAt: '2026-11-22T11:00:00.000Z' }),
    dossier('closed', { closed: true, lastEntryAt: '2026-11-22T11:30:00.000Z' }),
  ]);
  expect(open).toBe(7);
  expect(shown).toHaveLength(6);
  expect(shown[0]?.id).toBe('busy');
  expect(shown.map(({ id }) => id)).not.toContain('closed');
});
