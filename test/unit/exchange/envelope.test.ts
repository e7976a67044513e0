/** Envelopes: the same everywhere, open only with their key, and every changed bit is noticed. */
import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { envelopeId, envelopeType, headBytes, largestEnvelope, openEnvelope, partContent, readHead, readPartContent, readRevisionContent, revisionContent, sealEnvelope } from '../../../db/exchange/envelope.ts';
import { keyIdOf, newSpaceKey } from '../../../db/exchange/keys.ts';
import { spaceOfTest } from '../../helpers/membership.ts';
import '../../property/seed.ts';

const key = newSpaceKey();
const spaceKey = { epoch: 3, keyId: keyIdOf(key), key };
const author = randomBytes(32);
const head = { type: envelopeType.revision, space: spaceOfTest, author } as const;

test('what was sealed is read again, with what stands on the outside', () => {
  const content = revisionContent({ signature: Buffer.alloc(64, 7), at: '2026-11-22T01:22:03.000Z', body: '{"text":"Knokploeg é"}' });
  const sealed = sealEnvelope(head, spaceKey, content);
  expect(readHead(sealed)).toEqual({ ...head, epoch: 3, keyId: spaceKey.keyId });
  const opened = openEnvelope(sealed, key);
  expect(readRevisionContent(opened ?? Buffer.alloc(0))).toMatchObject({ at: '2026-11-22T01:22:03.000Z', body: '{"text":"Knokploeg é"}' });
  expect(sealed.includes('Knokploeg')).toBe(false);
  expect(sealed.length).toBe(headBytes + content.length + 16);
});

test('the same content gives the same envelope, another content another nonce', () => {
  const [one, again, other] = ['a', 'a', 'b'].map((text) => sealEnvelope(head, spaceKey, Buffer.from(text)));
  expect(envelopeId(one!)).toBe(envelopeId(again!));
  expect(one!.subarray(65, 77)).not.toEqual(other!.subarray(65, 77));
});

test('another key or any changed byte does not open it', () => {
  const sealed = sealEnvelope(head, spaceKey, Buffer.from('inhoud'));
  expect(openEnvelope(sealed, newSpaceKey())).toBeUndefined();
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const spoiled = Buffer.from(sealed);
      spoiled[place]! ^= change;
      expect(openEnvelope(spoiled, key)).toBeUndefined();
    }),
  );
});

test('nothing that is no envelope is read as one', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(readHead(bytes)).toBeUndefined()));
  expect(readHead(Buffer.concat([Buffer.from('SPE1'), Buffer.alloc(20)]))).toBeUndefined();
  expect(readHead(Buffer.concat([Buffer.from('SPE1'), Buffer.alloc(largestEnvelope)]))).toBeUndefined();
});

test('a part of a file keeps its place and its file', () => {
  const part = { sha256: 'ab'.repeat(32), bytes: 300_000, number: 1, data: randomBytes(50) };
  expect(readPartContent(partContent(part))).toEqual(part);
});
