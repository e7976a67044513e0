/** Who belongs to a space: what a chain of statements allows, what it refuses, and which of two branches stands. */
import { describe, expect, test } from 'vitest';
import { mayWrite, needsNewKey, readChain, standing } from '../../../db/exchange/chain.ts';
import { openSealed } from '../../../db/exchange/keys.ts';
import { namesIn, sealNames, wrapContext } from '../../../db/exchange/statement.ts';
import { AppError } from '../../../shared/errors.ts';
import { chainBuilder, keyedPost, spaceOfTest } from '../../helpers/membership.ts';

const refused = (work: () => unknown): void => {
  let code: string | undefined;
  try {
    work();
  } catch (error) {
    code = error instanceof AppError ? error.code : 'other';
  }
  expect(code).toBe('membership.invalid');
};

test('a keeper admits, changes roles and removes; removing brings a key that the removed post does not get', () => {
  const [anna, bram, cas] = [keyedPost(), keyedPost(), keyedPost()];
  const { statements, add, key } = chainBuilder(anna);
  add(anna, 'admit', bram, { role: 'editor', until: '2026-12-01T00:00:00.000Z' }, [bram]);
  add(anna, 'admit', cas, { role: 'reader' }, [cas]);
  const before = readChain(statements);
  expect([...before.members.values()].map(({ role }) => role)).toEqual(['keeper', 'editor', 'reader']);
  expect(mayWrite(before.members.get(cas.signKey))).toBe(false);
  const first = key();
  add(anna, 'remove', bram, {}, [anna, cas]);
  const after = readChain(statements);
  expect(after.former.get(bram.signKey)).toBe('removed');
  expect(after.epoch).toBe(2);
  const wrapped = statements.at(-1)?.wrappedKeys.find(({ signKey }) => signKey === cas.signKey)?.wrapped ?? '';
  expect(openSealed(cas.box, wrapped, wrapContext(spaceOfTest, 2))).toEqual(key());
  expect(openSealed(bram.box, wrapped, wrapContext(spaceOfTest, 2))).toBeUndefined();
  expect(openSealed(cas.box, wrapped, wrapContext(spaceOfTest, 1))).toBeUndefined();
  expect(key()).not.toEqual(first);
  expect(needsNewKey(after)).toBe(false);
});

test('a post that leaves still holds the key, so a keeper must bring a new one', () => {
  const [anna, bram] = [keyedPost(), keyedPost()];
  const { statements, add } = chainBuilder(anna);
  add(anna, 'admit', bram, { role: 'editor' }, [bram]);
  add(bram, 'leave', bram);
  expect(needsNewKey(readChain(statements))).toBe(true);
  add(anna, 'rotate', anna, {}, [anna]);
  expect(needsNewKey(readChain(statements))).toBe(false);
});

describe('refuses', () => {
  const start = () => {
    const [anna, bram, cas] = [keyedPost(), keyedPost(), keyedPost()];
    const built = chainBuilder(anna);
    built.add(anna, 'admit', bram, { role: 'editor' }, [bram]);
    return { anna, bram, cas, ...built };
  };
  test.each<[string, (made: ReturnType<typeof start>) => void]>([
    ['an editor that admits', ({ add, bram, cas }) => add(bram, 'admit', cas, { role: 'editor' })],
    ['a stranger that admits', ({ add, cas }) => add(cas, 'admit', cas, { role: 'keeper' })],
    ['a keeper that leaves a space without a keeper', ({ add, anna }) => add(anna, 'leave', anna)],
    ['a keeper that makes the last keeper a reader', ({ add, anna }) => add(anna, 'role', anna, { role: 'reader' })],
    ['leaving in the name of another', ({ add, anna, bram }) => add(anna, 'leave', bram)],
    ['a removal that keeps the key', ({ add, anna, bram, statements }) => add(anna, 'remove', bram, { epoch: 1, keyId: statements[0]?.keyId ?? '' })],
    ['a key for a stranger', ({ add, anna, bram, cas }) => add(anna, 'remove', bram, {}, [anna, cas])],
    ['a gap', ({ add, anna, cas }) => add(anna, 'admit', cas, { role: 'editor', number: 5 })],
    ['another previous', ({ add, anna, cas }) => add(anna, 'admit', cas, { role: 'editor', previous: '0'.repeat(64) })],
    ['freezing what is no exercise', ({ add, anna }) => add(anna, 'freeze', anna)],
    ['a second founding', ({ add, anna }) => add(anna, 'found', anna, { role: 'keeper' })],
    ['a changed statement', ({ statements, add, anna, cas }) => {
      const made = add(anna, 'admit', cas, { role: 'reader' });
      statements[2] = { ...made, role: 'keeper' };
    }],
  ])('%s', (_, spoil) => {
    const made = start();
    expect(readChain(made.statements).number).toBe(2);
    spoil(made);
    refused(() => readChain(made.statements));
  });

  test('anything after a freeze', () => {
    const [anna, bram] = [keyedPost(), keyedPost()];
    const { statements, add } = chainBuilder(anna, 'exercise');
    add(anna, 'freeze', anna);
    expect(readChain(statements).frozen).toBe(true);
    add(anna, 'admit', bram, { role: 'editor' });
    refused(() => readChain(statements));
  });
});

test('of two branches that of the senior keeper stands, whoever compares them, and a removed keeper cannot undo its removal', () => {
  const [anna, bram, cas] = [keyedPost(), keyedPost(), keyedPost()];
  const built = chainBuilder(anna);
  built.add(anna, 'admit', bram, { role: 'keeper' }, [bram]);
  built.add(anna, 'admit', cas, { role: 'editor' }, [cas]);
  const apart = built.branch();
  built.add(bram, 'remove', anna, {}, [bram, cas]);
  built.add(bram, 'role', cas, { role: 'keeper' });
  const theirs = [...built.statements.slice(0, 3), ...apart()];
  built.add(anna, 'remove', bram, {}, [anna, cas]);
  const mine = [...built.statements];
  expect(theirs).toHaveLength(5);
  expect(standing(mine, theirs)).toBe('mine');
  expect(standing(theirs, mine)).toBe('theirs');
  expect(standing(mine, mine)).toBe('same');
  expect(standing(mine.slice(0, 2), mine)).toBe('theirs');
});

test('names are read with the key of the space and with no other', () => {
  const anna = keyedPost();
  const { key, statements } = chainBuilder(anna);
  const sealed = sealNames(key(), spaceOfTest, { space: { name: 'Zuid-Limburg' }, member: { post: 'ZL-01', function: 'rmoa', regionCode: 'VR24' } });
  expect(namesIn(key(), { space: spaceOfTest, sealed })?.space?.name).toBe('Zuid-Limburg');
  expect(namesIn(Buffer.alloc(32), { space: spaceOfTest, sealed })).toBeUndefined();
  expect(JSON.stringify(statements)).not.toContain('Zuid-Limburg');
});
