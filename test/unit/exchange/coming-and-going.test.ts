/** Posts that go and come back, keepers who remove each other, a reader who typed: what each holds and what reaches the others. */
import { expect, onTestFinished, test } from 'vitest';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { reviseRequest } from '../../../db/documents/versions.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../../db/dossiers/log.ts';
import { invitationText, invite, join, ownCard, readCard } from '../../../db/exchange/invitations.ts';
import { chainOf } from '../../../db/exchange/members.ts';
import { waitingIn } from '../../../db/exchange/parked.ts';
import { exchange } from '../../../db/exchange/run.ts';
import { removeMember, setRole } from '../../../db/exchange/spaces.ts';
import { newTally, reportOf } from '../../../db/exchange/tally.ts';
import { sql } from '../../../db/file/driver.ts';
import type { SpaceRole } from '../../../shared/domain/space.ts';
import { codeOf, testStore } from '../../helpers/store.ts';
import { type ExchangePost, agreed, exchangePosts, sharedSpace } from '../../helpers/exchange-posts.ts';
import { memoryCarrier, memoryHub } from '../../helpers/memory-carrier.ts';

function three(): { readonly anna: ExchangePost; readonly bram: ExchangePost; readonly cas: ExchangePost; readonly sync: (...posts: ExchangePost[]) => Promise<ReturnType<typeof reportOf>> } {
  const { posts, close } = exchangePosts(3);
  onTestFinished(close);
  const [anna, bram, cas] = posts as [ExchangePost, ExchangePost, ExchangePost];
  const hub = memoryHub();
  const sync = async (...some: ExchangePost[]): Promise<ReturnType<typeof reportOf>> => {
    let tally = newTally();
    for (const { desk } of some) await exchange(desk, memoryCarrier(hub), sharedSpace, { tally: (tally = newTally()) });
    return reportOf(tally, true);
  };
  return { anna, bram, cas, sync };
}

const key = ({ desk }: ExchangePost): string => desk.post.signKey;
const textOf = ({ desk }: ExchangePost, id: string): unknown => openRequest(desk, id).values['effect.text'];
const write = ({ desk }: ExchangePost, text: string): string => {
  const { id } = createRequest(desk, 'sample', { 'effect.text': text }, undefined, sharedSpace);
  reviseRequest(desk, id);
  return id;
};

function admit(keeper: ExchangePost, guest: ExchangePost, role: SpaceRole = 'editor'): void {
  invite(keeper.desk, sharedSpace, { card: readCard(ownCard(guest.desk).text), role, days: 36_500 });
  join(guest.desk, invitationText(keeper.desk, sharedSpace, key(guest)));
}

const standingOf = ({ file }: ExchangePost): unknown => file.row<{ standing: string }>(sql`SELECT standing FROM space WHERE id = ${sharedSpace}`)?.standing;

test('what a removed post wrote meanwhile is refused, and taken in by all once it is admitted again', async () => {
  const { anna, bram, cas, sync } = three();
  const early = write(bram, 'op tijd');
  await sync(bram, anna, cas);
  removeMember(anna.desk, sharedSpace, key(bram));
  const late = write(bram, 'voor hij het hoorde');
  await sync(anna, cas);
  const told = await sync(bram, anna);
  expect(told.refused).toMatchObject([{ why: 'removed', posts: [bram.desk.post.fingerprint] }]);
  await sync(cas);
  const meanwhile = write(anna, 'zonder Bram');
  await sync(anna, cas, bram);
  expect(await codeOf(() => openRequest(bram.desk, meanwhile))).toBe('document.unknown');
  expect(await codeOf(() => write(bram, 'eruit'))).toBe('space.role');

  admit(anna, bram);
  await sync(anna, bram, cas, anna, bram, cas);
  for (const post of [anna, bram, cas]) {
    expect([early, late, meanwhile].map((id) => textOf(post, id))).toEqual(['op tijd', 'voor hij het hoorde', 'zonder Bram']);
    expect(post.file.rows(sql`SELECT why FROM parked`)).toEqual([]);
  }
  expect(agreed(bram.file)).toEqual(agreed(anna.file));
  expect(agreed(cas.file)).toEqual(agreed(anna.file));
});

test('two keepers who remove each other: the one who came first stands, and what was sealed under the key of the other is read by all', async () => {
  const { anna, bram, cas, sync } = three();
  setRole(anna.desk, sharedSpace, key(bram), 'keeper');
  await sync(anna, bram, cas);
  // apart: each removes the other, and Cas hears of Bram first
  removeMember(bram.desk, sharedSpace, key(anna));
  await sync(bram, cas);
  expect(chainOf(cas.file, sharedSpace).at(-1)).toMatchObject({ act: 'remove', subject: { signKey: key(anna) } });
  const written = write(cas, 'onder de sleutel van Bram');
  await sync(cas);
  removeMember(anna.desk, sharedSpace, key(bram));
  await sync(anna, cas, anna, bram, cas, anna);
  for (const post of [anna, bram, cas]) expect(chainOf(post.file, sharedSpace)).toEqual(chainOf(anna.file, sharedSpace));
  expect([anna, bram, cas].map(standingOf)).toEqual(['keeper', 'removed', 'editor']);
  expect(textOf(anna, written)).toBe('onder de sleutel van Bram');
  // what came under that key first lies here still, and is nothing that anybody waits for
  expect(anna.file.rows(sql`SELECT why FROM parked`)).toEqual([{ why: 'branch' }]);
  expect(waitingIn(anna.file, sharedSpace)).toBe(0);
  expect(agreed(cas.file)).toEqual(agreed(anna.file));
});

test('a post that came in on a branch that does not stand is out, and is told so', async () => {
  const { anna, bram, sync } = three();
  const dora = { ...testStore(), name: 'ZL-09', restart: () => dora };
  setRole(anna.desk, sharedSpace, key(bram), 'keeper');
  await sync(anna, bram);
  removeMember(anna.desk, sharedSpace, key(bram));
  admit(bram, dora);
  expect(standingOf(dora)).toBe('editor');
  await sync(bram, anna, bram, dora);
  expect(chainOf(dora.file, sharedSpace)).toEqual(chainOf(anna.file, sharedSpace));
  expect([anna, bram, dora].map(standingOf)).toEqual(['keeper', 'removed', 'removed']);
  expect(await codeOf(() => write(dora, 'eruit'))).toBe('space.role');
});

test('what a keeper vouched for is vouched for again when that keeper goes', async () => {
  const { anna, bram, cas, sync } = three();
  setRole(anna.desk, sharedSpace, key(bram), 'keeper');
  await sync(anna, bram, cas);
  const early = write(cas, 'alleen via Bram');
  await sync(cas, bram);
  removeMember(bram.desk, sharedSpace, key(cas));
  await sync(bram, anna);
  expect(textOf(anna, early)).toBe('alleen via Bram');
  // Bram goes too: what it spoke for stands by Anna's word, also with who never heard Bram
  removeMember(anna.desk, sharedSpace, key(bram));
  await sync(anna);
  admit(anna, cas, 'reader');
  await sync(anna, cas, anna);
  expect(textOf(cas, early)).toBe('alleen via Bram');
  expect(anna.file.rows(sql`SELECT DISTINCT signer FROM voucher`)).toHaveLength(2);
});

test('what a post typed before it heard that it may only read stays in its history; it shows what the others say, and tells it when it may write again', async () => {
  const { anna, bram, sync } = three();
  const id = write(anna, 'van Anna');
  await sync(anna, bram);
  setRole(anna.desk, sharedSpace, key(bram), 'reader');
  saveRequest(anna.desk, id, { 'effect.text': 'Anna daarna' });
  await sync(anna);
  saveRequest(bram.desk, id, { 'effect.text': 'Bram typte dit' });
  const merged = await sync(bram);
  expect(merged.differences).toEqual([]);
  expect(textOf(bram, id)).toBe('Anna daarna');
  const said = ({ file }: ExchangePost): string[] => file.rows<{ body: string }>(sql`SELECT body FROM revision WHERE document = ${id}`).map(({ body }) => body);
  expect(said(bram).filter((body) => body.includes('Bram typte dit'))).toHaveLength(1);
  saveRequest(anna.desk, id, { 'effect.text': 'Anna nog later' });
  await sync(anna, bram);
  expect(textOf(bram, id)).toBe('Anna nog later');
  expect(said(anna).some((body) => body.includes('Bram typte dit'))).toBe(false);

  setRole(anna.desk, sharedSpace, key(bram), 'editor');
  await sync(anna, bram, anna, bram);
  expect(said(anna).some((body) => body.includes('Bram typte dit'))).toBe(true);
  expect(agreed(bram.file)).toEqual(agreed(anna.file));
});

test('of two corrections of one entry every post shows the same', async () => {
  const { anna, bram, sync } = three();
  const { id } = createDossier(anna.desk, 'Hoogwater', [], sharedSpace);
  const { entry } = writeEntry(anna.desk, id, { text: 'gebeld om 9 uur', kind: 'call' });
  await sync(anna, bram);
  writeEntry(anna.desk, id, { text: 'gebeld om 10 uur', kind: 'call', corrects: entry.id });
  writeEntry(bram.desk, id, { text: 'gebeld om 11 uur', kind: 'call', corrects: entry.id });
  await sync(anna, bram, anna, bram);
  expect(logOf(bram.desk, id)).toEqual(logOf(anna.desk, id));
  expect(bram.file.rows(sql`SELECT corrects FROM log_entry WHERE corrects IS NOT NULL`)).toEqual([{ corrects: entry.id }, { corrects: entry.id }]);
});
