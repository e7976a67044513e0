/**
 * Posts that live through a run of actions (exchange-actions.ts) over one carrier and over files, and what must be true of them in the end:
 * those who belong have the same revisions, heads and tables; every value that a person entered is in some revision, or still in the
 * working copy of a post that may not write any more; what a keeper held when it removed a post is kept; nothing finalised has changed.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createAdvice, linkAdvice, saveAdvice } from '../../db/advices/advices.ts';
import { decline } from '../../db/advices/proposals.ts';
import { placeRequest } from '../../db/documents/copies.ts';
import { openOf } from '../../db/documents/open-differences.ts';
import { createRequest, openRequest, saveRequest } from '../../db/documents/requests.ts';
import { createSpace } from '../../db/documents/spaces.ts';
import { finaliseRequest, reviseRequest } from '../../db/documents/versions.ts';
import { attach } from '../../db/dossiers/attachments.ts';
import { createDossier, saveDossier } from '../../db/dossiers/dossiers.ts';
import { logOf, minuteOf, writeEntry } from '../../db/dossiers/log.ts';
import { readBundle, writeBundle } from '../../db/exchange/bundle.ts';
import type { Carrier } from '../../db/exchange/carrier.ts';
import { type Membership, mayWrite, readChain, standing } from '../../db/exchange/chain.ts';
import { decide } from '../../db/exchange/differences.ts';
import { invitationText, invite, join as joinSpace, ownCard, readCard } from '../../db/exchange/invitations.ts';
import { chainOf, membershipOf } from '../../db/exchange/members.ts';
import { nextVersionWithProposals } from '../../db/exchange/next-version.ts';
import { exchange } from '../../db/exchange/run.ts';
import { leave, removeMember, setRole } from '../../db/exchange/spaces.ts';
import { newTally } from '../../db/exchange/tally.ts';
import { recordStep } from '../../db/life/steps.ts';
import { sql } from '../../db/file/driver.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';
import { type ExchangePost, agreed, exchangePosts, sharedSpace } from '../helpers/exchange-posts.ts';
import type { Fault } from '../helpers/memory-carrier.ts';
import { type Action, type Run, changeOf } from './exchange-actions.ts';

/** How posts reach each other beside files. */
export interface Way {
  /** `fault` decides what goes wrong on the way; absent: nothing does */
  readonly carrier: (post: ExchangePost, fault?: Fault) => Carrier & { readonly close?: () => void };
  readonly close: () => Promise<void> | void;
}

/** What a post may be told: all of it is part of life. Anything else is a defect. */
const expected: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'document.finalised',
  'document.differs',
  'document.stale',
  'document.blocked',
  'document.unknown',
  'input.invalid',
  'bundle.invalid',
  'entry.unknown',
  'step.impossible',
  'space.role',
  'space.lastKeeper',
  'membership.invalid',
  'member.already',
  'invitation.other',
  'hub.failed',
  'hub.refused',
]);

const stepKinds = ['oralRequest', 'sent', 'receivedByLocc', 'granted', 'deployed', 'ended', 'withdrawn'] as const;

const isMember = (membership: Membership | undefined, { desk }: ExchangePost): boolean => mayWrite(membership?.members.get(desk.post.signKey));

class World {
  readonly posts: ExchangePost[];
  readonly #way: Way;
  readonly #path = join(tmpdir(), `steunpunt-property-${process.pid}.steunpunt`);
  readonly #documents: string[] = [];
  readonly #dossiers: string[] = [];
  readonly #advices: string[] = [];
  /** what was entered, by the post that did */
  readonly #marks: { readonly by: string; readonly mark: string }[] = [];
  /** by post, document and field: what was typed and is in no revision yet; typing over it oneself is no loss */
  readonly #typed = new Map<string, string>();
  /** with the post that finalised it */
  readonly #finalised = new Map<string, { readonly by: string; readonly body: string }>();
  /** revisions of a post that a keeper held when it removed the post */
  readonly #inTime: { readonly keeper: string; readonly revisions: readonly string[] }[] = [];
  #step = 0;

  constructor(posts: ExchangePost[], way: Way) {
    this.posts = posts;
    this.#way = way;
  }

  async sync(post: ExchangePost, fault?: Fault): Promise<void> {
    const carrier = this.#way.carrier(post, fault);
    try {
      await exchange(post.desk, carrier, sharedSpace, { tally: newTally() });
    } finally {
      carrier.close?.();
    }
  }

  async makeKeepers(): Promise<void> {
    const [first, ...others] = this.posts;
    for (const { desk } of others) setRole(first!.desk, sharedSpace, desk.post.signKey, 'keeper');
    for (const post of this.posts) await this.sync(post);
  }

  async act(one: Action): Promise<void> {
    this.#step += 1;
    try {
      await this.#do(one);
    } catch (error) {
      const known = (error instanceof AppError && expected.has(error.code)) || (error instanceof Error && error.message === 'the line broke');
      if (!known) throw error;
    }
    this.#noticeRevised();
  }

  async #do(one: Action): Promise<void> {
    const post = (number: number): ExchangePost => this.posts[number % this.posts.length]!;
    const pick = (list: readonly string[], number: number): string => list[number % Math.max(1, list.length)] ?? '';
    const who = post(one.post);
    const { desk, file } = who;
    const mark = `merk${this.#step}`;
    switch (one.act) {
      case 'create':
        this.#documents.push(createRequest(desk, 'sample', { 'effect.text': 'eerste\n\ntweede\n\nderde\n\nvierde' }, undefined, sharedSpace).id);
        return;
      case 'edit': {
        const id = pick(this.#documents, one.document);
        const change = changeOf(one.field, one.value, mark);
        saveRequest(desk, id, change);
        return this.#noticeTyped(who, id, change, mark);
      }
      case 'revise':
        return void reviseRequest(desk, pick(this.#documents, one.document));
      case 'finalise': {
        const id = pick(this.#documents, one.document);
        const made = finaliseRequest(desk, id, { seq: openRequest(desk, id).seq, despite: 'voor de proef' });
        const revision = made.revisions.findLast(({ state }) => state === 'finalised')!.id;
        this.#finalised.set(revision, { by: who.name, body: file.row<{ body: string }>(sql`SELECT body FROM revision WHERE id = ${revision}`)!.body });
        return;
      }
      case 'next':
        return void nextVersionWithProposals(desk, pick(this.#documents, one.document));
      case 'decide': {
        const id = pick(this.#documents, one.document);
        const [path, candidates] = Object.entries(openOf(file, id))[0] ?? [];
        if (path === undefined || !candidates) return;
        return void decide(desk, id, openRequest(desk, id).seq, [{ path, value: candidates[one.choice % candidates.length]!.value }]);
      }
      case 'dossier':
        if (this.#dossiers.length === 0 || one.value === 0) this.#dossiers.push(createDossier(desk, `dossier ${this.#step}`, [], sharedSpace).id);
        else if (one.value < 3) {
          saveDossier(desk, this.#dossiers[0]!, { description: mark });
          this.#noticeTyped(who, this.#dossiers[0]!, { description: mark }, mark);
        } else placeRequest(desk, pick(this.#documents, one.document), pick(this.#dossiers, one.value));
        return;
      case 'log':
        writeEntry(desk, pick(this.#dossiers, one.value), { text: mark, kind: 'entry' });
        return void this.#marks.push({ by: who.name, mark });
      case 'correct': {
        const dossier = pick(this.#dossiers, one.value);
        const entry = logOf(desk, dossier)[one.value];
        if (!entry) return;
        writeEntry(desk, dossier, { text: mark, kind: 'entry', corrects: entry.id });
        return void this.#marks.push({ by: who.name, mark });
      }
      case 'attach':
        // of one part, and of several
        writeFileSync(`${this.#path}.txt`, `${mark} `.repeat(one.value === 0 ? 60_000 : 3));
        return void (await attach(desk, pick(this.#dossiers, one.value), `${this.#path}.txt`));
      case 'advice': {
        const advice = pick(this.#advices, one.value);
        if (advice === '' || one.value === 0) this.#advices.push(createAdvice(desk, { requestId: pick(this.#documents, one.document) }).id);
        else if (one.value < 3) {
          saveAdvice(desk, advice, { wishes: mark });
          this.#noticeTyped(who, advice, { wishes: mark }, mark);
        } else if (one.value === 3) linkAdvice(desk, advice, pick(this.#documents, one.document));
        else if (one.value === 4) saveAdvice(desk, advice, { proposals: [{ id: proposalId, field: 'effect.number', value: 7, why: 'omdat' }] });
        else decline(desk, advice, proposalId, mark);
        return;
      }
      case 'step':
        recordStep(desk, pick(this.#documents, one.document), { id: randomUUID(), kind: stepKinds[one.value % stepKinds.length]!, at: minuteOf(desk.now().toISOString()), remark: mark });
        return void this.#marks.push({ by: who.name, mark });
      case 'carry': {
        const faults = [...one.faults];
        return this.sync(who, () => (faults.shift() as ReturnType<Fault> | undefined) ?? 'none');
      }
      case 'file':
        await writeBundle(desk, this.#path, { spaces: [{ spaceId: sharedSpace }], what: one.what as 'new' | 'all' });
        if (one.cut !== null) {
          const whole = readFileSync(this.#path);
          writeFileSync(this.#path, whole.subarray(0, Math.floor((whole.length * one.cut) / 100)));
        }
        return void (await readBundle(post(one.to).desk, this.#path));
      case 'restart':
        this.posts[one.post % this.posts.length] = who.restart();
        return;
      case 'role':
        return void setRole(desk, sharedSpace, post(one.subject).desk.post.signKey, one.role as 'keeper' | 'editor' | 'reader');
      case 'remove': {
        const subject = post(one.subject).desk.post;
        const revisions = file.rows<{ id: string }>(sql`SELECT id FROM revision WHERE signer = ${subject.publicKey}`).map(({ id }) => id);
        removeMember(desk, sharedSpace, subject.signKey);
        return void this.#inTime.push({ keeper: who.name, revisions });
      }
      case 'admit': {
        const members = membershipOf(file, sharedSpace)?.members;
        const outside = this.posts.filter((other) => members?.has(other.desk.post.signKey) !== true);
        const guest = outside[one.subject % Math.max(1, outside.length)]?.desk;
        if (!guest) return;
        const card = readCard(ownCard(guest).text);
        invite(desk, sharedSpace, { card, role: one.role as 'keeper' | 'editor' | 'reader', days: 36_500 });
        return void joinSpace(guest, invitationText(desk, sharedSpace, card.signKey));
      }
      case 'leave':
        // a post leaves its home only for another space of its own
        if (!file.row(sql`SELECT id FROM space WHERE name = 'Eigen'`)) file.atomically(() => createSpace(file, { kind: 'region', name: 'Eigen', regionCode: 'VR24' }, desk.now()));
        return void leave(desk, sharedSpace);
    }
  }

  #noticeTyped(who: ExchangePost, id: string, change: object, mark: string): void {
    const where = `${who.name} ${id} ${Object.keys(change).join()}`;
    if (JSON.stringify(change).includes(mark)) this.#typed.set(where, mark);
    else this.#typed.delete(where);
  }

  /** Everything that is in a revision now stays: it may be typed over from here on. */
  #noticeRevised(): void {
    for (const [where, mark] of this.#typed) {
      const [name = '', id = ''] = where.split(' ');
      const owner = this.posts.find((candidate) => candidate.name === name);
      const row = owner?.file.row<{ seq: number; revised_seq: number }>(sql`SELECT seq, revised_seq FROM document WHERE id = ${id}`);
      if (row && row.seq === row.revised_seq) {
        this.#marks.push({ by: name, mark });
        this.#typed.delete(where);
      }
    }
  }

  /** Exchanges until nothing changes any more. */
  async settle(): Promise<void> {
    for (let round = 0, before = ''; round < 14; round += 1) {
      for (const post of this.posts) {
        await this.sync(post).catch((error: unknown) => {
          // who is out is told so, also one that was let in again where neither it nor the hub has heard of it: a later round must let it in
          if (!(error instanceof AppError && (error.code === 'hub.refused' || error.code === 'space.role') && !(isMember(this.#membership(), post) && isMember(membershipOf(post.file, sharedSpace), post)))) throw error;
        });
      }
      const now = JSON.stringify(this.posts.map(({ file }) => [agreed(file), file.rows(sql`SELECT count(*) AS count FROM envelope UNION ALL SELECT count(*) FROM statement`)]));
      if (now === before) return;
      before = now;
    }
    throw new Error('the posts do not come to rest');
  }

  /** Of the chain that stands among all that posts hold. */
  #membership(): Membership {
    const chains = this.posts.map(({ file }) => chainOf(file, sharedSpace));
    return readChain(chains.reduce((held, other) => (standing(held, other) === 'theirs' ? other : held)));
  }

  check(): void {
    const membership = this.#membership();
    const role = ({ desk }: ExchangePost) => membership.members.get(desk.post.signKey);
    const writers = this.posts.filter((post) => mayWrite(role(post)));
    const [first, ...others] = writers;
    if (!first) throw new Error('nobody may write');
    const truth = agreed(first.file);
    for (const other of others) expect(agreed(other.file), `${other.name} beside ${first.name}`).toEqual(truth);
    for (const { file } of writers) expect(chainOf(file, sharedSpace).length).toBe(membership.number);
    for (const dossier of first.file.rows<{ id: string }>(sql`SELECT id FROM document WHERE kind = 'dossier'`)) {
      const log = logOf(first.desk, dossier.id);
      for (const { desk } of others) expect(logOf(desk, dossier.id)).toEqual(log);
    }
    // under keys of branches that do not stand nothing is lost: it was sealed anew
    const keys = new Set(chainOf(first.file, sharedSpace).map(({ keyId }) => keyId));
    const waiting = first.file.rows<{ why: string; needs: string }>(sql`SELECT why, needs FROM parked WHERE why IN ('parents', 'key', 'newer')`);
    expect(waiting.filter(({ why, needs }) => why !== 'key' || keys.has(needs.slice('key '.length)))).toEqual([]);
    expect(first.file.rows(sql`SELECT document FROM head GROUP BY document HAVING count(*) > 1 AND document NOT IN (SELECT id FROM document WHERE state = 'finalised')`)).toEqual([]);
    const held = new Set(first.file.rows<{ id: string }>(sql`SELECT id FROM revision`).map(({ id }) => id));
    // who reads has all that there is; beside it, what it wrote itself or got while that counted
    for (const post of this.posts.filter((one) => role(one)?.role === 'reader')) {
      const has = new Set(post.file.rows<{ id: string }>(sql`SELECT id FROM revision`).map(({ id }) => id));
      expect([...held].filter((id) => !has.has(id)), `what ${post.name} lacks`).toEqual([]);
    }
    const names = new Set(writers.map(({ name }) => name));
    for (const { keeper, revisions } of this.#inTime) if (names.has(keeper)) expect(revisions.filter((id) => !held.has(id)), `what ${keeper} held in time`).toEqual([]);
    for (const [revision, { by, body }] of this.#finalised) {
      for (const { file } of this.posts) expect(file.row<{ body: string }>(sql`SELECT body FROM revision WHERE id = ${revision}`)?.body ?? body).toBe(body);
      if (names.has(by)) expect(held.has(revision), 'a finalised version of a member').toBe(true);
    }
    this.#checkEntered(names, truth);
  }

  /** What a member entered is in what all have; what another entered is with itself. */
  #checkEntered(names: ReadonlySet<string>, truth: Readonly<Record<string, unknown>>): void {
    const common = JSON.stringify(truth['revisions']);
    const own = new Map(this.posts.map(({ name, file }) => [name, JSON.stringify([file.rows(sql`SELECT body FROM revision`), file.rows(sql`SELECT json FROM field`)])]));
    const typed = [...this.#typed].map(([where, mark]) => ({ by: where.split(' ')[0] ?? '', mark }));
    for (const { by, mark } of [...this.#marks, ...typed]) expect(names.has(by) ? common : own.get(by), `${mark} of ${by}`).toMatch(new RegExp(`${mark}(?!\\d)`));
  }

  tidy(): void {
    rmSync(this.#path, { force: true });
    rmSync(`${this.#path}.txt`, { force: true });
  }
}

const proposalId = '018f0000-0000-7000-8000-000000000abc';

/** One run over this way. Throws where what must be true is not. */
export async function live([count, actions, allKeep]: Run, makeWay: () => Promise<Way> | Way): Promise<void> {
  const way = await makeWay();
  const { posts, close } = exchangePosts(count);
  const world = new World(posts, way);
  try {
    if (allKeep) await world.makeKeepers();
    for (const one of actions) await world.act(one);
    await world.settle();
    world.check();
  } finally {
    close();
    await way.close();
    world.tidy();
  }
}
