/** Spaces: how a post comes in, what each role may, what is refused of a post that was removed, and an exercise that goes as it came. */
import { join as joinPath } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRequest, openRequest, saveRequest } from '../../../db/documents/requests.ts';
import { reviseRequest } from '../../../db/documents/versions.ts';
import { homeSpace } from '../../../db/documents/spaces.ts';
import { readBundle, writeBundle } from '../../../db/exchange/bundle.ts';
import { addHub, hubs } from '../../../db/exchange/hubs.ts';
import { givenInvitation, invitationText, invite, join, ownCard, readCard, readInvitation } from '../../../db/exchange/invitations.ts';
import { eraseExercise, forgetAwaited, freeze, freezeWithWork, leave, listSpaces, makeSpace, openSpace, removeMember, setHome, setRole } from '../../../db/exchange/spaces.ts';
import { unsentOf } from '../../../db/exchange/run.ts';
import { bytesOf, wordsOf } from '../../../db/exchange/words.ts';
import { sql } from '../../../db/file/driver.ts';
import { verifyTrail } from '../../../db/trail/trail.ts';
import type { Desk } from '../../../db/documents/desk.ts';
import type { BundleChoice } from '../../../shared/domain/exchange.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

/** What one post writes the other reads, over a file. */
async function carry(from: ReturnType<typeof testStore>, to: ReturnType<typeof testStore>, space: string, what: BundleChoice['what'] = 'all') {
  const path = joinPath(from.folder, 'x.steunpunt');
  await writeBundle(from.desk, path, { spaces: [{ spaceId: space }], what });
  return readBundle(to.desk, path);
}

function guest(desk: Desk, space: string, other: Desk, role: 'editor' | 'reader' | 'keeper' = 'editor'): void {
  const card = readCard(ownCard(other).text);
  invite(desk, space, { card, role, days: 7 });
  join(other, invitationText(desk, space, card.signKey));
}

describe('an invitation', () => {
  test('by file: the guest sees where it leads before it joins, and then reads what is there', async () => {
    const [anna, bram] = [testStore(), testStore()];
    const { id } = makeSpace(anna.desk, { kind: 'command', name: 'RMC Zuid' });
    setHome(anna.desk, id);
    const request = createRequest(anna.desk, 'sample', { 'effect.text': 'Brug leggen' });
    const card = readCard(ownCard(bram.desk).text);
    expect(card.name?.post).toBe('Proefpost');
    invite(anna.desk, id, { card, role: 'editor', days: 7 });
    const text = invitationText(anna.desk, id, card.signKey);
    expect(readInvitation(bram.desk, text)).toMatchObject({ spaceId: id, kind: 'command', name: 'RMC Zuid', role: 'editor', forThisPost: true, expired: false });
    expect(join(bram.desk, text)).toBe(id);
    expect(join(bram.desk, text)).toBe(id);
    expect(openSpace(anna.desk, id).members.map(({ state }) => state)).toEqual(['member', 'invited']);
    expect(await carry(anna, bram, id)).toMatchObject({ taken: 1, whole: true });
    expect(openRequest(bram.desk, request.id).values['effect.text']).toBe('Brug leggen');
    // of no use to another post, nor when it was changed
    const cas = testStore();
    expect(readInvitation(cas.desk, text).forThisPost).toBe(false);
    expect(await codeOf(() => join(cas.desk, text))).toBe('invitation.other');
    expect(await codeOf(() => readInvitation(bram.desk, text.replace('"format"', '"formaat"')))).toBe('invitation.invalid');
    expect(openSpace(anna.desk, id).fingerprint).toBe(openSpace(bram.desk, id).fingerprint);
  });

  test('by words: the space comes over the first carrier, and only the one that was meant', async () => {
    const [anna, bram] = [testStore(), testStore()];
    const { id } = makeSpace(anna.desk, { kind: 'region', name: 'Zuid-Limburg samen' });
    const spoken = ownCard(bram.desk).words;
    const card = readCard(spoken.join(', ').toUpperCase());
    expect(card.fingerprint).toBe(bram.desk.post.fingerprint);
    expect(await codeOf(() => readCard([...spoken.slice(1), spoken[0]].join(' ')))).toBe('words.wrong');
    const { words } = invite(anna.desk, id, { card, role: 'reader', days: 7 });
    expect(words).toHaveLength(16);
    join(bram.desk, words.join(' '));
    expect(listSpaces(bram.desk).find((space) => space.id === id)?.standing).toBe('awaiting');
    await carry(anna, bram, id);
    expect(listSpaces(bram.desk).find((space) => space.id === id)).toMatchObject({ standing: 'reader', name: 'Zuid-Limburg samen' });
  });

  test('that has run out is refused', async () => {
    const [anna, bram] = [testStore(), testStore()];
    const { id } = makeSpace(anna.desk, { kind: 'region', name: 'Kort' });
    const card = readCard(ownCard(bram.desk).text);
    invite(anna.desk, id, { card, role: 'editor', days: 1 });
    const late: Desk = { ...bram.desk, now: () => new Date('2027-01-01T00:00:00.000Z') };
    expect(await codeOf(() => join(late, invitationText(anna.desk, id, card.signKey)))).toBe('invitation.expired');
  });

  test('names a hub: it is added, and one that is known stays as it was entered', () => {
    const [anna, bram] = [testStore(), testStore()];
    const { id } = makeSpace(anna.desk, { kind: 'region', name: 'Met hub' });
    const card = readCard(ownCard(bram.desk).text);
    invite(anna.desk, id, { card, role: 'editor', days: 7 });
    const hub = { url: 'https://rmc.test:8443', pin: 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01' };
    addHub(bram.desk, { url: 'https://vast.test:1', pin: 'WXYZ-WXYZ-WXYZ-WXYZ-WXYZ-WXYZ' });
    join(bram.desk, invitationText(anna.desk, id, card.signKey, hub));
    expect(hubs(bram.file)).toEqual([{ url: 'https://vast.test:1', pin: 'WXYZ-WXYZ-WXYZ-WXYZ-WXYZ-WXYZ' }, hub]);
    const second = makeSpace(anna.desk, { kind: 'command', name: 'Nog een' });
    invite(anna.desk, second.id, { card, role: 'editor', days: 7 });
    join(bram.desk, invitationText(anna.desk, second.id, card.signKey, { ...hub, url: 'https://elders.test' }));
    expect(hubs(bram.file)).toContainEqual(hub);
  });

  test('holds once, is given again as it was, and is made only by a keeper for a post that does not belong yet', async () => {
    const [anna, bram, cas] = [testStore(), testStore(), testStore()];
    const { id } = makeSpace(anna.desk, { kind: 'command', name: 'RMC' });
    const card = readCard(ownCard(bram.desk).text);
    const made = invite(anna.desk, id, { card, role: 'editor', days: 1 });
    expect(Date.parse(made.until) - anna.desk.now().getTime()).toBeGreaterThan(86_000_000);
    expect(givenInvitation(anna.desk, id, card.signKey)).toEqual(made);
    expect(await codeOf(() => givenInvitation(anna.desk, id, anna.desk.post.signKey))).toBe('entry.unknown');
    expect(await codeOf(() => invite(anna.desk, id, { card, role: 'reader', days: 7 }))).toBe('member.already');
    expect(await codeOf(() => invite(anna.desk, id, { card: readCard(ownCard(anna.desk).text), role: 'reader', days: 7 }))).toBe('member.already');
    const text = invitationText(anna.desk, id, card.signKey);
    join(bram.desk, text);
    expect(await codeOf(() => invite(bram.desk, id, { card: readCard(ownCard(cas.desk).text), role: 'reader', days: 7 }))).toBe('space.role');
    leave(bram.desk, id);
    for (const spent of [text, made.words.join(' ')]) expect(await codeOf(() => join(bram.desk, spent))).toBe('invitation.used');
    await carry(bram, anna, id);
    // invited once more, by words: the post waits for the space, may think better of it, and comes in
    const again = invite(anna.desk, id, { card, role: 'reader', days: 7 }).words.join(' ');
    join(bram.desk, again);
    expect(openSpace(bram.desk, id)).toMatchObject({ summary: { standing: 'awaiting' } });
    forgetAwaited(bram.desk, id);
    expect(openSpace(bram.desk, id).summary.standing).toBe('left');
    expect(await codeOf(() => forgetAwaited(bram.desk, id))).toBe('space.role');
    join(bram.desk, again);
    await carry(anna, bram, id);
    expect(openSpace(bram.desk, id).summary.standing).toBe('reader');
  });

  test('by words that lead nowhere is forgotten again', () => {
    const [anna, bram] = [testStore(), testStore()];
    const { id } = makeSpace(anna.desk, { kind: 'region', name: 'Nooit gekomen' });
    join(bram.desk, invite(anna.desk, id, { card: readCard(ownCard(bram.desk).text), role: 'reader', days: 7 }).words.join(' '));
    expect(openSpace(bram.desk, id).awaitedUntil).toBeDefined();
    forgetAwaited(bram.desk, id);
    expect(listSpaces(bram.desk).map((space) => space.id)).not.toContain(id);
  });
});

test('a space that was never shared shows its own post; its only keeper stays keeper, and its home is left only for another', async () => {
  const { desk, file, folder } = testStore();
  const home = homeSpace(file).id;
  expect(openSpace(desk, home).members).toMatchObject([{ own: true, role: 'keeper', state: 'member', fingerprint: desk.post.fingerprint }]);
  expect(await codeOf(() => setRole(desk, home, desk.post.signKey, 'reader'))).toBe('space.lastKeeper');
  expect(await codeOf(() => leave(desk, home))).toBe('space.lastKeeper');
  const other = testStore();
  invite(desk, home, { card: readCard(ownCard(other.desk).text), role: 'keeper', days: 7 });
  expect(await codeOf(() => leave(desk, home))).toBe('space.home');
  const { id } = createRequest(desk, 'sample', { 'effect.text': 'Brug leggen' });
  expect(openSpace(desk, home)).toMatchObject({ contents: { requests: 1, dossiers: 0, advices: 0, attachments: 0 }, holdings: { documents: 0, revisions: 0 } });
  // what was not exchanged nobody else holds
  reviseRequest(desk, id);
  await writeBundle(desk, joinPath(folder, 'x.steunpunt'), { spaces: [{ spaceId: home }], what: 'all' });
  saveRequest(desk, id, { 'effect.text': 'Twee bruggen leggen' });
  await writeBundle(desk, joinPath(folder, 'y.steunpunt'), { spaces: [{ spaceId: home }], what: 'all' });
  saveRequest(desk, id, { 'effect.text': 'Drie bruggen leggen' });
  expect(openSpace(desk, home).holdings).toEqual({ documents: 1, revisions: 2 });
});

test('words are read again whatever their form, and a wrong, missing or exchanged one is found', async () => {
  const bytes = Buffer.from('0102030405060708090a0b0c0d0e0f10', 'hex');
  const words = wordsOf(bytes);
  expect(bytesOf(words.join('-').toUpperCase())).toEqual(bytes);
  for (const wrong of [words.slice(1), words.toReversed(), words.with(2, 'babab'), [...words, 'x']]) expect(await codeOf(() => bytesOf(wrong.join(' ')))).toBe('words.wrong');
});

test('a reader reads and cannot write; an editor that becomes a reader neither, and what it wrote stays', async () => {
  const [anna, bram] = [testStore(), testStore()];
  const { id } = makeSpace(anna.desk, { kind: 'command', name: 'RMC' });
  setHome(anna.desk, id);
  guest(anna.desk, id, bram.desk, 'editor');
  setHome(bram.desk, id);
  const request = createRequest(bram.desk, 'sample', { 'effect.text': 'van Bram' });
  await carry(bram, anna, id);
  setRole(anna.desk, id, bram.desk.post.signKey, 'reader');
  saveRequest(bram.desk, request.id, { 'effect.text': 'daarna' });
  expect((await carry(bram, anna, id)).refused).toMatchObject([{ why: 'reader', count: 1, posts: [bram.desk.post.fingerprint] }]);
  await carry(anna, bram, id);
  expect(await codeOf(() => saveRequest(bram.desk, request.id, { 'effect.text': 'meer' }))).toBe('space.role');
  expect(openRequest(anna.desk, request.id).values['effect.text']).toBe('van Bram');
});

test('what a removed post wrote in time is kept and reaches all; what it brings afterwards is refused and named; it cannot read what follows', async () => {
  const [anna, bram, cas] = [testStore(), testStore(), testStore()];
  const { id } = makeSpace(anna.desk, { kind: 'command', name: 'RMC' });
  setHome(anna.desk, id);
  guest(anna.desk, id, bram.desk);
  guest(anna.desk, id, cas.desk);
  setHome(bram.desk, id);
  const early = createRequest(bram.desk, 'sample', { 'effect.text': 'op tijd' });
  await carry(bram, anna, id);
  removeMember(anna.desk, id, bram.desk.post.signKey);
  const late = createRequest(bram.desk, 'sample', { 'effect.text': 'te laat' });
  const refused = await carry(bram, anna, id);
  expect(refused.refused).toMatchObject([{ why: 'removed', posts: [bram.desk.post.fingerprint] }]);
  // Cas hears of the removal first, and of the early request from Anna alone
  const taken = await carry(anna, cas, id);
  expect(taken.refused).toEqual([]);
  expect(openRequest(cas.desk, early.id).values['effect.text']).toBe('op tijd');
  expect(await codeOf(() => openRequest(cas.desk, late.id))).toBe('document.unknown');
  const after = createRequest(anna.desk, 'sample', { 'effect.text': 'na Bram' });
  await carry(anna, bram, id);
  expect(await codeOf(() => openRequest(bram.desk, after.id))).toBe('document.unknown');
  expect(listSpaces(bram.desk).find((space) => space.id === id)?.standing).toBe('removed');
  expect(openRequest(bram.desk, early.id).values['effect.text']).toBe('op tijd');
});

test('a post that leaves keeps what it has; the last keeper stays; a keeper brings a new key', async () => {
  const [anna, bram] = [testStore(), testStore()];
  const { id } = makeSpace(anna.desk, { kind: 'command', name: 'RMC' });
  guest(anna.desk, id, bram.desk);
  expect(await codeOf(() => leave(anna.desk, id))).toBe('space.lastKeeper');
  leave(bram.desk, id);
  await carry(bram, anna, id);
  const { events, members } = openSpace(anna.desk, id);
  expect(events.map(({ act }) => act)).toEqual(['found', 'admit', 'leave', 'rotate']);
  const moments = events.map(({ knownAt }) => knownAt ?? '');
  expect(moments.every((at) => at !== '')).toBe(true);
  expect(moments).toEqual(moments.toSorted());
  expect(members.map(({ state }) => state)).toEqual(['member', 'left']);
});

test('a frozen exercise does not change; an erased one leaves nothing, and nothing else is touched', async () => {
  const { desk, file } = testStore();
  const operational = createRequest(desk, 'sample', { 'effect.text': 'echt' });
  const { id } = makeSpace(desk, { kind: 'exercise', name: 'Oefening Maas' });
  expect(await codeOf(() => setHome(desk, id))).toBe('space.role');
  const request = createRequest(desk, 'sample', { 'effect.text': 'oefening' }, undefined, id);
  expect(await codeOf(() => eraseExercise(desk, homeSpace(file).id))).toBe('space.role');
  freeze(desk, id);
  expect(await codeOf(() => saveRequest(desk, request.id, { 'effect.text': 'meer' }))).toBe('space.frozen');
  eraseExercise(desk, id);
  expect(listSpaces(desk).map((space) => space.id)).toEqual([homeSpace(file).id]);
  expect(await codeOf(() => openRequest(desk, request.id))).toBe('document.unknown');
  expect(openRequest(desk, operational.id).values['effect.text']).toBe('echt');
  expect(file.rows(sql`PRAGMA foreign_key_check`)).toEqual([]);
  expect(verifyTrail(file).ok).toBe(true);
});

test('what was typed in an exercise before it was frozen, or before the post heard of it, still reaches the others; nothing after', async () => {
  const [anna, bram] = [testStore(), testStore()];
  const { id } = makeSpace(anna.desk, { kind: 'exercise', name: 'Maas' });
  guest(anna.desk, id, bram.desk);
  const hers = createRequest(anna.desk, 'sample', { 'effect.text': 'eerste' }, undefined, id);
  const his = createRequest(bram.desk, 'sample', { 'effect.text': 'van Bram' }, undefined, id);
  saveRequest(anna.desk, hers.id, { 'effect.text': 'laatste woord' });
  await freezeWithWork(anna.desk, id);
  expect(await carry(anna, bram, id)).toMatchObject({ taken: 1, refused: [] });
  expect(openRequest(bram.desk, hers.id).values['effect.text']).toBe('laatste woord');
  expect(await codeOf(() => saveRequest(bram.desk, his.id, { 'effect.text': 'te laat' }))).toBe('space.frozen');
  expect(await carry(bram, anna, id)).toMatchObject({ taken: 1, refused: [] });
  expect(openRequest(anna.desk, his.id).values['effect.text']).toBe('van Bram');
  // each has heard that the other has it
  await carry(anna, bram, id);
  expect([unsentOf(anna.desk, id), unsentOf(bram.desk, id)]).toEqual([0, 0]);
});

describe('a file', () => {
  const filled = async () => {
    const [anna, bram] = [testStore(), testStore()];
    const { id } = makeSpace(anna.desk, { kind: 'command', name: 'Commando Maas en Waal' });
    setHome(anna.desk, id);
    guest(anna.desk, id, bram.desk);
    const requests = Array.from({ length: 4 }, (_, number) => createRequest(anna.desk, 'sample', { 'effect.number': number + 1 }));
    const path = joinPath(anna.folder, 'x.steunpunt');
    await writeBundle(anna.desk, path, { spaces: [{ spaceId: id }], what: 'all' });
    const { readFileSync } = await import('node:fs');
    return { anna, bram, id, requests, path, bytes: readFileSync(path) };
  };

  test('says nothing of what is in it', async () => {
    const { bytes, requests, anna } = await filled();
    for (const word of [requests[0]?.reference ?? '', 'Commando Maas en Waal', anna.desk.post.identity.name, 'effect.number']) expect(bytes.includes(word)).toBe(false);
  });

  test('that is cut gives what is whole and says that it is not; read whole afterwards, the rest comes', async () => {
    const { bram, path, bytes } = await filled();
    writeFileSync(path, bytes.subarray(0, bytes.length - 700));
    const cut = await readBundle(bram.desk, path);
    expect(cut.whole).toBe(false);
    expect(cut.taken).toBeGreaterThan(0);
    expect(cut.taken).toBeLessThan(4);
    writeFileSync(path, bytes);
    const again = await readBundle(bram.desk, path);
    expect(again).toMatchObject({ whole: true, known: cut.taken, taken: 4 - cut.taken });
  });

  test('in which any byte was changed never is whole, never throws, and never changes what is there', async () => {
    const { bram, path, bytes } = await filled();
    for (let place = 21; place < bytes.length; place += 97) {
      const spoiled = Buffer.from(bytes);
      spoiled[place]! ^= 0x41;
      writeFileSync(path, spoiled);
      expect((await readBundle(bram.desk, path)).whole, `byte ${place}`).toBe(false);
    }
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('meer')]));
    expect((await readBundle(bram.desk, path)).whole).toBe(false);
    expect(bram.file.rows(sql`SELECT id FROM revision`).length).toBeLessThanOrEqual(4);
  });

  test('of which the parts were exchanged or doubled is told as not whole', async () => {
    const { bram, path, bytes } = await filled();
    const parts: Buffer[] = [];
    for (let at = 21; at < bytes.length; ) {
      const length = 37 + bytes.readUInt32BE(at + 1);
      parts.push(bytes.subarray(at, at + length));
      at += length;
    }
    const magic = bytes.subarray(0, 21);
    for (const order of [[0, 1, 3, 2, 4, 5, 6], [0, 1, 2, 2, 3, 4, 5, 6], [0, 2, 3, 6]]) {
      writeFileSync(path, Buffer.concat([magic, ...order.map((index) => parts[index] ?? Buffer.alloc(0))]));
      expect((await readBundle(bram.desk, path)).whole).toBe(false);
    }
  });

  test('of another kind, or with a length that no part has, is refused without reading it into memory', async () => {
    const { bram, path } = await filled();
    for (const content of ['', 'PK\u0003\u0004../../etc/passwd', 'STEUNPUNT-EXCHANGE/9\n', '{}']) {
      writeFileSync(path, content);
      expect(await codeOf(() => readBundle(bram.desk, path))).toBe('bundle.invalid');
    }
    const bomb = Buffer.concat([Buffer.from('STEUNPUNT-EXCHANGE/1\n'), Buffer.from('E'), Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.alloc(64)]);
    writeFileSync(path, bomb);
    expect(await readBundle(bram.desk, path)).toMatchObject({ received: 0, whole: false });
    expect(await codeOf(() => readBundle(bram.desk, joinPath(bram.folder, 'nergens')))).toBe('bundle.invalid');
    expect(await codeOf(() => readBundle(bram.desk, bram.folder))).toBe('bundle.invalid');
  });

  test('for a space that this post is not in is told as such', async () => {
    const { path, id } = await filled();
    const cas = testStore();
    expect((await readBundle(cas.desk, path)).elsewhere).toEqual([{ spaceId: id, count: 4 }]);
  });

  test('to and fro: after an answer only what is new goes along', async () => {
    const { anna, bram, id, requests } = await filled();
    await carry(anna, bram, id, 'new');
    expect(await carry(bram, anna, id, 'new')).toMatchObject({ received: 4, known: 4 });
    expect(await carry(anna, bram, id, 'new')).toMatchObject({ received: 0, whole: true });
    saveRequest(anna.desk, requests[0]?.id ?? '', { 'effect.number': 9 });
    expect(await carry(anna, bram, id, 'new')).toMatchObject({ received: 1, taken: 1 });
  });
});
