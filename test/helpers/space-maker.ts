/** Posts with keys only, and the statements and envelopes that they make: what a test of carriers needs of a space. */
import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { type SpaceKey, envelopeType, revisionContent, sealEnvelope } from '../../db/exchange/envelope.ts';
import { keyIdOf, newSpaceKey, rawSignKey, sealTo } from '../../db/exchange/keys.ts';
import { type Statement, hashOfStatement, sealNames, signStatement, wrapContext } from '../../db/exchange/statement.ts';
import { fingerprintOf } from '../../db/documents/identity.ts';
import { ownCard } from '../../db/exchange/invitations.ts';
import type { HubSigner } from '../../db/exchange/hub-carrier.ts';
import type { MembershipAct, SpaceRole } from '../../shared/domain/space.ts';

export interface PaperPost extends HubSigner {
  readonly boxKey: string;
  readonly rawKey: Buffer;
}

export function paperPost(): PaperPost {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const box = generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' });
  return { signKey: spki.toString('base64'), boxKey: box.toString('base64'), rawKey: rawSignKey(spki), sign: (data) => sign(null, data, privateKey) };
}

/** The card of such a post, as a file and as words. */
export function paperCard(name: string): ReturnType<typeof ownCard> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const box = generateKeyPairSync('x25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return ownCard({
    post: {
      identity: { name, function: 'rmoa', regionCode: 'VR23' },
      fingerprint: fingerprintOf(spki),
      publicKey: spki,
      signKey: spki.toString('base64'),
      sign: (data) => sign(null, data, privateKey),
      box: () => ({ publicKey: box.publicKey.export({ type: 'spki', format: 'der' }), privateKey: box.privateKey.export({ type: 'pkcs8', format: 'der' }) }),
    },
  });
}

export interface PaperSpace {
  readonly id: string;
  readonly chain: readonly Statement[];
  readonly key: SpaceKey;
  /** a chain that is one statement longer; the space itself stays as it was */
  readonly and: (by: PaperPost, act: MembershipAct, subject: PaperPost, role?: SpaceRole) => PaperSpace;
  readonly envelope: (by: PaperPost, size?: number) => Buffer;
}

export function foundedBy(keeper: PaperPost): PaperSpace {
  const id = randomUUID();
  const key = newKey(1);
  return space(id, [makeStatement(id, undefined, key, keeper, 'found', keeper, 'keeper')], key);
}

function newKey(epoch: number): SpaceKey {
  const key = newSpaceKey();
  return { epoch, key, keyId: keyIdOf(key) };
}

function makeStatement(id: string, before: Statement | undefined, key: SpaceKey, by: PaperPost, act: MembershipAct, subject: PaperPost, role?: SpaceRole): Statement {
  const gets = act === 'found' || act === 'admit' ? [subject] : act === 'remove' || act === 'rotate' ? [by] : [];
  return signStatement(
    {
      format: 'steunpunt-membership/1',
      space: id,
      kind: 'exercise',
      number: (before?.number ?? 0) + 1,
      previous: before ? hashOfStatement(before) : null,
      act,
      subject: { signKey: subject.signKey, boxKey: subject.boxKey },
      ...(role === undefined ? {} : { role }),
      epoch: key.epoch,
      keyId: key.keyId,
      sealed: sealNames(key.key, id, { space: { name: 'Oefening' } }),
      wrappedKeys: gets.map(({ signKey, boxKey }) => ({ signKey, wrapped: sealTo(Buffer.from(boxKey, 'base64'), key.key, wrapContext(id, key.epoch)) })),
      by: by.signKey,
    },
    by.sign,
  );
}

function space(id: string, chain: readonly Statement[], key: SpaceKey): PaperSpace {
  return {
    id,
    chain,
    key,
    and: (by, act, subject, role) => {
      const next = act === 'remove' || act === 'rotate' ? newKey(key.epoch + 1) : key;
      return space(id, [...chain, makeStatement(id, chain.at(-1), next, by, act, subject, role)], next);
    },
    envelope: (by, size = 300) => {
      const body = JSON.stringify({ text: randomBytes(Math.ceil(size / 2)).toString('hex') });
      const signature = Buffer.from(by.sign(createHash('sha256').update(body).digest()));
      return sealEnvelope({ type: envelopeType.revision, space: id, author: by.rawKey }, key, revisionContent({ signature, at: '2026-11-22T01:22:03.000Z', body }));
    },
  };
}
