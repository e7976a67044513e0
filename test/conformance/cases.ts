/**
 * What every hub must do (electron/hub/PROTOCOL.md), as cases against an address. Each makes spaces of its own, so they run against a
 * hub in use, in any order, and leave behind a few small spaces that nobody else is in.
 */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { type PaperPost, type PaperSpace, foundedBy, paperPost } from '../helpers/space-maker.ts';
import { type Answer, type Wire, frame, idOf, openWire, pinOf, receiptsIn, unframe } from './wire.ts';

export interface Target {
  readonly url: string;
  /** compared with the key of the hub when given */
  readonly pin?: string;
  readonly admission?: string;
}

export interface Case {
  readonly name: string;
  readonly run: (target: Target) => Promise<void>;
}

interface Room {
  readonly wire: Wire;
  readonly target: Target;
  readonly enter: (post: PaperPost) => Promise<string>;
  /** pushes the chain as this post */
  readonly tell: (space: PaperSpace, post: PaperPost, from?: number) => Promise<Answer>;
  readonly push: (space: PaperSpace, token: string, ...envelopes: readonly Uint8Array[]) => Promise<Answer>;
  readonly pull: (space: PaperSpace, token: string, query?: string) => Promise<Answer>;
}

const of = (space: PaperSpace, what: 'membership' | 'envelopes'): string => `/steunpunt/1/spaces/${space.id}/${what}`;

function room(target: Target): Room {
  const wire = openWire(target.url);
  const enter = async (post: PaperPost): Promise<string> => {
    const challenge = String((await wire.ask('POST', '/steunpunt/1/challenge', { json: {} })).json['challenge']);
    const answer = await wire.ask('POST', '/steunpunt/1/session', { json: proof(post, challenge, pinOf(wire.hubKey())) });
    assert.equal(answer.status, 200, `a session is refused: ${answer.code}`);
    return String(answer.json['token']);
  };
  return {
    wire,
    target,
    enter,
    tell: async (space, post, from = 1) =>
      wire.ask('POST', of(space, 'membership'), { token: await enter(post), json: { statements: space.chain.slice(from - 1), ...(target.admission === undefined ? {} : { admission: target.admission }) } }),
    push: (space, token, ...envelopes) => wire.ask('POST', of(space, 'envelopes'), { token, bytes: frame(...envelopes) }),
    pull: (space, token, query = '') => wire.ask('GET', `${of(space, 'envelopes')}${query}`, { token }),
  };
}

/** Canonical JSON of the four members in the order of their names, signed. */
function proof(post: PaperPost, challenge: string, hub: string): object {
  const text = JSON.stringify({ challenge, format: 'steunpunt-hub-session/1', hub, signKey: post.signKey });
  return { signKey: post.signKey, challenge, signature: Buffer.from(post.sign(Buffer.from(text))).toString('base64') };
}

/** A space on the hub with its keeper inside. */
async function begun(at: Room): Promise<{ space: PaperSpace; keeper: PaperPost; token: string }> {
  const keeper = paperPost();
  const space = foundedBy(keeper);
  const told = await at.tell(space, keeper);
  assert.equal(told.status, 200, `founding is refused: ${told.code}`);
  return { space, keeper, token: await at.enter(keeper) };
}

function refused(answer: Answer, status: number, code: string): void {
  assert.deepEqual([answer.status, answer.code], [status, code]);
  assert.ok(answer.headers['steunpunt-protocol'], 'a refusal says that it is of a hub');
}

const works: Readonly<Record<string, (at: Room) => Promise<void>>> = {
  'greets with its versions, generation and limits, and says of every answer that it is a hub': async ({ wire, target }) => {
    const greeting = await wire.ask('GET', '/steunpunt');
    assert.equal(greeting.status, 200);
    assert.equal(greeting.json['format'], 'steunpunt-hub');
    assert.ok((greeting.json['versions'] as number[]).includes(1));
    assert.equal(typeof greeting.json['generation'], 'string');
    assert.ok(Number((greeting.json['limits'] as Record<string, unknown>)['envelopeBytes']) >= 262_144);
    assert.ok(greeting.headers['steunpunt-protocol']?.split(',').includes('1'));
    if (target.pin !== undefined) assert.equal(pinOf(wire.hubKey()), target.pin);
    refused(await wire.ask('GET', '/steunpunt/99/none'), 404, 'path.unknown');
  },

  'gives nothing of a space without a session, and forgets no challenge for later': async ({ wire, enter }) => {
    const space = foundedBy(paperPost());
    for (const what of ['membership', 'envelopes'] as const) refused(await wire.ask('GET', of(space, what)), 401, 'session.needed');
    refused(await wire.ask('GET', of(space, 'envelopes'), { token: randomBytes(32).toString('base64url') }), 401, 'session.needed');
    const post = paperPost();
    await enter(post);
    const hub = pinOf(wire.hubKey());
    const challenge = String((await wire.ask('POST', '/steunpunt/1/challenge', { json: {} })).json['challenge']);
    assert.equal((await wire.ask('POST', '/steunpunt/1/session', { json: proof(post, challenge, hub) })).status, 200);
    refused(await wire.ask('POST', '/steunpunt/1/session', { json: proof(post, challenge, hub) }), 401, 'session.needed');
    refused(await wire.ask('POST', '/steunpunt/1/session', { json: proof(post, randomBytes(32).toString('base64url'), hub) }), 401, 'session.needed');
  },

  'takes no proof of another key or for another hub': async ({ wire, enter }) => {
    const [post, other] = [paperPost(), paperPost()];
    await enter(post);
    const challenge = async (): Promise<string> => String((await wire.ask('POST', '/steunpunt/1/challenge', { json: {} })).json['challenge']);
    const hub = pinOf(wire.hubKey());
    const lent = { ...proof(other, await challenge(), hub), signKey: post.signKey };
    refused(await wire.ask('POST', '/steunpunt/1/session', { json: lent }), 403, 'hub.refused');
    refused(await wire.ask('POST', '/steunpunt/1/session', { json: proof(post, await challenge(), 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF') }), 403, 'hub.refused');
  },

  'knows no space before its founding statement came, and then its members alone': async (at) => {
    const { space, token } = await begun(at);
    const stranger = await at.enter(paperPost());
    refused(await at.pull(foundedBy(paperPost()), stranger), 404, 'space.unknown');
    refused(await at.pull(space, stranger), 403, 'hub.refused');
    refused(await at.push(space, stranger, space.envelope(paperPost())), 403, 'hub.refused');
    refused(await at.wire.ask('GET', of(space, 'membership'), { token: stranger }), 403, 'hub.refused');
    assert.deepEqual((await at.wire.ask('GET', of(space, 'membership'), { token })).json['statements'], space.chain);
  },

  'gives back envelopes whole and in order, in pages, and says where to go on': async (at) => {
    const { space, keeper, token } = await begun(at);
    const brought = Array.from({ length: 25 }, (_, index) => space.envelope(keeper, 50 + index * 40));
    const pushed = await at.push(space, token, ...brought);
    assert.deepEqual(receiptsIn(pushed.body), brought.map((envelope) => ({ outcome: 0, id: idOf(envelope) })));
    const got: Buffer[] = [];
    let query = '?limit=7';
    for (let pages = 0; pages < 10; pages += 1) {
      const page = await at.pull(space, token, query);
      assert.equal(page.status, 200);
      assert.equal(page.headers['steunpunt-high'], '25');
      got.push(...unframe(page.body));
      query = `?limit=7&after=${page.headers['steunpunt-cursor']}`;
      if (page.headers['steunpunt-more'] === '0') break;
    }
    assert.deepEqual(got, brought);
    const nothing = await at.pull(space, token, query);
    assert.deepEqual([nothing.status, nothing.body.length, nothing.headers['steunpunt-more']], [200, 0, '0']);
  },

  'keeps to the bytes asked for, but gives an envelope that is larger': async (at) => {
    const { space, keeper, token } = await begun(at);
    const [small, large] = [space.envelope(keeper, 100), space.envelope(keeper, 20_000)];
    await at.push(space, token, small, large);
    const first = await at.pull(space, token, '?bytes=1000');
    assert.deepEqual([unframe(first.body), first.headers['steunpunt-more']], [[small], '1']);
    const second = await at.pull(space, token, `?bytes=1000&after=${first.headers['steunpunt-cursor']}`);
    assert.deepEqual(unframe(second.body), [large]);
  },

  'stores an envelope once, whoever brings it again, and names it as known': async (at) => {
    const { space, keeper, token } = await begun(at);
    const editor = paperPost();
    const wider = space.and(keeper, 'admit', editor, 'editor');
    assert.equal((await at.tell(wider, keeper)).status, 200);
    const envelope = space.envelope(keeper);
    assert.deepEqual(receiptsIn((await at.push(space, token, envelope, envelope)).body).map(({ outcome }) => outcome), [0, 1]);
    assert.deepEqual(receiptsIn((await at.push(space, await at.enter(editor), envelope)).body).map(({ outcome }) => outcome), [1]);
    assert.equal(unframe((await at.pull(space, token)).body).length, 1);
  },

  'refuses single envelopes that are none or of another space, and takes the others': async (at) => {
    const { space, keeper, token } = await begun(at);
    const good = space.envelope(keeper);
    const foreign = foundedBy(keeper).envelope(keeper);
    const pushed = await at.push(space, token, randomBytes(200), good, foreign, Buffer.alloc(0));
    assert.deepEqual(receiptsIn(pushed.body).map(({ outcome }) => outcome), [4, 0, 4, 4]);
    assert.deepEqual(unframe((await at.pull(space, token)).body), [good]);
  },

  'refuses a body whose frames are cut, and stores nothing of it': async (at) => {
    const { space, keeper, token } = await begun(at);
    const whole = frame(space.envelope(keeper), space.envelope(keeper));
    for (const bytes of [whole.subarray(0, whole.length - 1), whole.subarray(0, 3), Buffer.from([0xff, 0xff, 0xff, 0xff, 1])]) {
      refused(await at.wire.ask('POST', of(space, 'envelopes'), { token, bytes }), 400, 'input.invalid');
    }
    refused(await at.wire.ask('POST', of(space, 'envelopes'), { token, bytes: whole, type: 'text/plain' }), 400, 'input.invalid');
    assert.equal((await at.pull(space, token)).headers['steunpunt-high'], '0');
  },

  'lets a reader pull and not push': async (at) => {
    const { space, keeper } = await begun(at);
    const reader = paperPost();
    await at.tell(space.and(keeper, 'admit', reader, 'reader'), keeper);
    const token = await at.enter(reader);
    assert.equal((await at.pull(space, token)).status, 200);
    refused(await at.push(space, token, space.envelope(reader)), 403, 'hub.refused');
  },

  'shuts out a post that was removed, at once, but lets it learn of that': async (at) => {
    const { space, keeper } = await begun(at);
    const editor = paperPost();
    const wider = space.and(keeper, 'admit', editor, 'editor');
    await at.tell(wider, keeper);
    const token = await at.enter(editor);
    assert.equal((await at.push(space, token, space.envelope(editor))).status, 200);
    const removed = wider.and(keeper, 'remove', editor);
    assert.equal((await at.tell(removed, keeper, 3)).status, 200);
    refused(await at.pull(space, token), 403, 'hub.refused');
    refused(await at.push(space, token, space.envelope(editor)), 403, 'hub.refused');
    const membership = await at.wire.ask('GET', `${of(space, 'membership')}?from=3`, { token });
    assert.deepEqual(membership.json['statements'], removed.chain.slice(2));
  },

  'takes statements from whoever belongs, again without harm, and refuses those that do not follow': async (at) => {
    const { space, keeper } = await begun(at);
    const [second, third] = [paperPost(), paperPost()];
    const wider = space.and(keeper, 'admit', second, 'editor');
    // the one who was invited brings its own admission
    assert.equal((await at.tell(wider, second)).status, 200);
    const again = await at.tell(wider, second);
    assert.deepEqual([again.status, again.json['number']], [200, 2]);
    refused(await at.tell(wider.and(second, 'admit', third, 'editor'), second), 422, 'membership.invalid');
    const [founding, ...rest] = wider.chain;
    assert.ok(founding);
    const forged: PaperSpace = { ...wider, chain: [{ ...founding, role: 'editor' }, ...rest] };
    assert.ok([400, 422].includes((await at.tell(forged, second)).status));
    refused(await at.tell({ ...foundedBy(keeper), id: randomUUID() }, keeper), 400, 'input.invalid');
    refused(await at.tell(foundedBy(keeper), paperPost()), 403, 'hub.refused');
  },

  'of two branches the one of the senior keeper stands, whichever came first': async (at) => {
    for (const seniorFirst of [true, false]) {
      const { space, keeper } = await begun(at);
      const [junior, guest] = [paperPost(), paperPost()];
      const shared = space.and(keeper, 'admit', junior, 'keeper');
      await at.tell(shared, keeper);
      const senior = shared.and(keeper, 'remove', junior);
      const other = shared.and(junior, 'admit', guest, 'editor');
      const both: [PaperSpace, PaperPost][] = [[senior, keeper], [other, junior]];
      for (const [branch, by] of seniorFirst ? both : both.toReversed()) assert.equal((await at.tell(branch, by, 3)).status, 200);
      assert.deepEqual((await at.wire.ask('GET', of(space, 'membership'), { token: await at.enter(keeper) })).json['statements'], senior.chain);
    }
  },

  'says that data was lost to whoever comes with a cursor that it never gave': async (at) => {
    const { space, keeper, token } = await begun(at);
    await at.push(space, token, space.envelope(keeper), space.envelope(keeper));
    const cursor = String((await at.pull(space, token)).headers['steunpunt-cursor']);
    const [generation, position, digest] = cursor.split('.') as [string, string, string];
    const flipped = `${digest.startsWith('0') ? '1' : '0'}${digest.slice(1)}`;
    const otherGeneration = generation.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const lost of [`${generation}.${position}.${flipped}`, `${generation}.9.${digest}`, `${otherGeneration}.${position}.${digest}`]) {
      refused(await at.pull(space, token, `?after=${lost}`), 409, 'hub.lost');
    }
    refused(await at.pull(space, token, '?after=nonsense'), 400, 'input.invalid');
  },

  'stands up to hostile requests': async (at) => {
    const { token } = await begun(at);
    const { wire } = at;
    for (const path of ['/steunpunt/1/spaces/../../etc/passwd/envelopes', '/steunpunt/1/spaces/%2e%2e%2f/envelopes', `/steunpunt/1/spaces/${'a'.repeat(5000)}/envelopes`, "/steunpunt/1/spaces/' OR 1=1/membership".replaceAll(' ', '%20')]) {
      const { status } = await wire.ask('GET', path, { token });
      assert.ok(status >= 400 && status < 500, `${path.slice(0, 60)} gives ${status}`);
    }
    for (const json of ['{"__proto__":{"x":1}}', '[]', 'null', '{"statements":"x"}', `{"statements":[${'{'.repeat(50)}`]) {
      const { status } = await wire.ask('POST', `/steunpunt/1/spaces/${randomUUID()}/membership`, { token, bytes: Buffer.from(json), type: 'application/json' });
      assert.ok(status >= 400 && status < 500, `${json.slice(0, 30)} gives ${status}`);
    }
    const { status } = await wire.ask('GET', '/steunpunt');
    assert.equal(status, 200);
  },
};

export const cases: readonly Case[] = Object.entries(works).map(([name, work]) => ({
  name,
  run: async (target) => {
    const at = room(target);
    try {
      await work(at);
    } finally {
      at.wire.close();
    }
  },
}));
