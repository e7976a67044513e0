/** What the window says of exchange: in the top bar, of what arrived, and of what a person types of a hub. */
import { expect, test } from 'vitest';
import { formatFor } from '../../../renderer/app/language/format.ts';
import { arrivalWords } from '../../../renderer/app/arrivals.tsx';
import { asksPerson, standingOf } from '../../../renderer/app/exchange-standing.ts';
import { hubAddress, isFingerprint } from '../../../renderer/features/exchange/hub-address.ts';
import { errorCodes } from '../../../shared/errors.ts';
import { say as sayIn } from '../../../shared/messages/index.ts';

const hub = { url: 'https://hub:1', pin: 'p' } as const;
const space = (unsent: number, others = 1) => ({ spaceId: 's', unsent, waiting: 0, others });
const at = '2026-11-22T13:03:00.000Z';

test('the top bar says first what a person must know', () => {
  expect(standingOf({ hubs: [], spaces: [space(2), space(1), space(5, 0)] })).toEqual({ state: 'none', unsent: 3 });
  expect(standingOf({ hubs: [{ ...hub, state: 'never' }], spaces: [] })).toEqual({ state: 'never', unsent: 0 });
  expect(standingOf({ hubs: [{ ...hub, state: 'done', doneAt: at }], spaces: [] })).toEqual({ state: 'done', unsent: 0, at });
  // a hub that does not answer is no news while another does
  const away = { ...hub, state: 'failed', error: 'hub.unreachable', failedSince: at } as const;
  expect(standingOf({ hubs: [away], spaces: [space(3)] })).toMatchObject({ state: 'away', unsent: 3 });
  expect(standingOf({ hubs: [away, { ...hub, state: 'done', doneAt: at }], spaces: [] })).toMatchObject({ state: 'done', at });
  expect(standingOf({ hubs: [{ ...hub, state: 'done', doneAt: at }, { ...hub, state: 'failed', error: 'hub.lost' }], spaces: [] })).toMatchObject({ state: 'asks' });
  expect(standingOf({ hubs: [{ ...hub, state: 'never' }], spaces: [], running: { job: 'j', pin: 'p', by: 'itself' } }).state).toBe('running');
});

test('what a network or a hub mends by itself asks nobody; everything else does', () => {
  const passing = errorCodes.filter((error) => !asksPerson({ state: 'failed', error }));
  expect(passing).toEqual(['hub.unreachable', 'hub.portal', 'hub.busy', 'hub.failed']);
  expect(asksPerson({ state: 'done' })).toBe(false);
});

test('what arrived is told in one sentence, with who wrote it and what is to be decided', () => {
  const say = (id: Parameters<typeof sayIn>[1], values?: Parameters<typeof sayIn>[2]) => sayIn('nl', id, values);
  const { list } = formatFor('nl');
  const one = { id: 'a', fields: [], differs: false, reference: 'VR24-2026-001', kind: 'request', by: 'RMC-Zuid' };
  expect(arrivalWords([one], say, { list })).toBe('Post RMC-Zuid: verzoek VR24-2026-001 bijgewerkt.');
  expect(arrivalWords([one, { ...one, id: 'b', by: 'LOCC' }], say, { list })).toBe('2 documenten bijgewerkt van RMC-Zuid en LOCC.');
  const { by: _by, ...unknown } = one;
  expect(arrivalWords([{ ...unknown, differs: true }], say, { list })).toBe('verzoek VR24-2026-001 bijgewerkt. Bij 1 wacht een verschil of voorstel: zie Uitwisseling.');
});

test('an address is taken as it is read aloud, and only over https', () => {
  expect(hubAddress(' 10.0.0.5:8443 ')).toBe('https://10.0.0.5:8443');
  expect(hubAddress('https://hub.example:8443/keeper?x=1')).toBe('https://hub.example:8443');
  for (const wrong of ['', 'http://hub:1', 'ftp://hub', 'een hub', 'https://a:b@hub', '10.0.0.5:poort']) expect(hubAddress(wrong), wrong).toBeUndefined();
});

test('a fingerprint is 24 characters, however they are grouped', () => {
  expect(isFingerprint('abcd efgh-jkmn pqrs tvwx yz01')).toBe(true);
  expect(isFingerprint('ABCD-EFGH-JKMN-PQRS-TVWX-YZO1')).toBe(true);
  for (const wrong of ['', 'ABCD', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ012', 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ0U']) expect(isFingerprint(wrong), wrong).toBe(false);
});
