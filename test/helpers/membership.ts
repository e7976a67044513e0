/** Posts that are only keys, and statements by them: for what needs no store. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { newBoxKey, newSpaceKey, keyIdOf, sealTo } from '../../db/exchange/keys.ts';
import { type Statement, type Unsigned, hashOfStatement, sealNames, signStatement, wrapContext } from '../../db/exchange/statement.ts';

export interface KeyedPost {
  readonly signKey: string;
  readonly boxKey: string;
  readonly box: { readonly publicKey: Buffer; readonly privateKey: Buffer };
  readonly sign: (data: Uint8Array) => Uint8Array;
}

export function keyedPost(): KeyedPost {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const box = newBoxKey();
  return { signKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'), boxKey: box.publicKey.toString('base64'), box, sign: (data) => sign(null, data, privateKey) };
}

export const spaceOfTest = '018f0000-0000-7000-8000-00000000abcd';

/** Adds statements one after the other, with a key that changes where it must. */
export function chainBuilder(founder: KeyedPost, kind: Statement['kind'] = 'region') {
  let key = newSpaceKey();
  let epoch = 1;
  const statements: Statement[] = [];
  const add = (by: KeyedPost, act: Statement['act'], subject: KeyedPost, more: Partial<Unsigned> = {}, receivers: readonly KeyedPost[] = []): Statement => {
    if (act === 'remove' || act === 'rotate') {
      key = newSpaceKey();
      epoch += 1;
    }
    const previous = statements.at(-1);
    const made = signStatement(
      {
        format: 'steunpunt-membership/1',
        space: spaceOfTest,
        kind,
        number: statements.length + 1,
        previous: previous ? hashOfStatement(previous) : null,
        act,
        subject: { signKey: subject.signKey, boxKey: subject.boxKey },
        epoch,
        keyId: keyIdOf(key),
        sealed: sealNames(key, spaceOfTest, {}),
        wrappedKeys: receivers.map((one) => ({ signKey: one.signKey, wrapped: sealTo(Buffer.from(one.boxKey, 'base64'), key, wrapContext(spaceOfTest, epoch)) })),
        by: by.signKey,
        ...more,
      },
      by.sign,
    );
    statements.push(made);
    return made;
  };
  add(founder, 'found', founder, { role: 'keeper' }, [founder]);
  return {
    statements,
    add,
    key: () => key,
    /** goes on apart from here */
    branch: () => {
      const [keptKey, keptEpoch, length] = [key, epoch, statements.length];
      return () => {
        key = keptKey;
        epoch = keptEpoch;
        return statements.splice(length);
      };
    },
  };
}
