/** Every call of the contract, by enumeration: strangers are refused, malformed input is refused, and nothing thrown gets out. */
import { anything, assert, asyncProperty } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type GateOptions, callChannel, createGate, openGate } from '../../../electron/main/gate.ts';
import { inputBounds } from '../../../electron/main/plain-input.ts';
import { type CallName, calls } from '../../../shared/contract.ts';
import { AppError, type Result, errorCodes } from '../../../shared/errors.ts';

const names = Object.keys(calls) as CallName[];
const shellNames = names.filter((name) => calls[name].owner === 'shell');
type Sender = Parameters<ReturnType<typeof createGate>>[1];

function sender(url: string | null, more: { id?: number; parent?: object | null } = {}): Sender {
  const frame = url === null ? null : { url, parent: more.parent ?? null };
  return { sender: { id: more.id ?? 7 }, senderFrame: frame } as unknown as Sender;
}
const ours = sender('app://steunpunt/#/werkbord');

function gate(more: Partial<GateOptions> = {}) {
  const reached = vi.fn(async (): Promise<Result<unknown>> => ({ ok: true, value: {} }));
  const shell = Object.fromEntries(shellNames.map((name) => [name, reached])) as unknown as GateOptions['shell'];
  const log: string[] = [];
  const options: GateOptions = { origin: 'app://steunpunt', isOurWindow: (id) => id === 7, shell, forward: reached, checkOutput: false, log: (line) => log.push(line), ...more };
  return { answer: createGate(options), reached, log, options };
}

const strangers: Record<string, Sender> = {
  'a frame that is gone': sender(null),
  'a frame inside our page': sender('app://steunpunt/', { parent: {} }),
  'another window': sender('app://steunpunt/', { id: 8 }),
  'another host of our scheme': sender('app://elders/'),
  'a host that begins like ours': sender('app://steunpunt.example.org/'),
  'a user name in front': sender('app://steunpunt@example.org/'),
  'a password in ours': sender('app://a:b@steunpunt/'),
  'the web': sender('https://steunpunt/'),
  'a file': sender('file:///steunpunt/index.html'),
  'a blank page': sender('about:blank'),
  'an empty address': sender(''),
  'a port': sender('app://steunpunt:80/'),
};

const circular: Record<string, unknown> = {};
circular['self'] = circular;
const deep = Array.from({ length: inputBounds.depth + 2 }).reduce<unknown>((inner) => ({ inner }), 1);

const malformed: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  number: 5,
  text: 'x',
  boolean: true,
  list: [],
  function: () => {},
  symbol: Symbol('x'),
  bigint: 5n,
  date: new Date(0),
  map: new Map([['id', 'x']]),
  bytes: new Uint8Array(3),
  'a class of its own': Object.create({ id: 'inherited' }),
  'a key of no call': { zzz: 1 },
  'a key __proto__': JSON.parse('{"__proto__":{"id":"x"}}'),
  'a key constructor': JSON.parse('{"constructor":{"prototype":{}}}'),
  'a key __proto__ deep inside': JSON.parse('{"changes":{"a":{"__proto__":1}}}'),
  'not a number': { limit: Number.NaN },
  'too deep': deep,
  circular,
  'too many values': { values: Array.from({ length: inputBounds.values + 1 }, () => 1) },
  'too long a text': { text: 'x'.repeat(inputBounds.characters + 1) },
  'too long a key': { ['x'.repeat(inputBounds.characters + 1)]: 1 },
};

describe('the gate', () => {
  it('opens one channel for each call of the contract and no other', () => {
    const channels: string[] = [];
    openGate({ handle: (channel: string) => void channels.push(channel) }, gate().options);
    expect(channels.toSorted()).toEqual(names.map(callChannel).toSorted());
  });

  describe.each(names)('%s', (name) => {
    it('refuses every stranger', async () => {
      const { answer, reached } = gate();
      for (const [who, stranger] of Object.entries(strangers)) expect(await answer(name, stranger, {}), who).toMatchObject({ ok: false, error: { code: 'sender.refused' } });
      expect(reached).not.toHaveBeenCalled();
    });

    it('refuses malformed input of every kind', async () => {
      const { answer, reached } = gate();
      for (const [what, input] of Object.entries(malformed)) expect(await answer(name, ours, input), what).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
      expect(reached).not.toHaveBeenCalled();
    });

    it('gives a value or a known error on anything', async () => {
      const { answer } = gate();
      await assert(
        asyncProperty(anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true, withSet: true }), async (input) => {
          const result = await answer(name, ours, input);
          if (!result.ok) expect(errorCodes).toContain(result.error.code);
          expect(JSON.stringify(result)).not.toContain('stack');
        }),
        { numRuns: 50 },
      );
    });
  });

  it('lets our own main frame through, to the process that owns the call', async () => {
    const forward = vi.fn(async () => ({ ok: true as const, value: { state: 'new' } }));
    const { answer, reached } = gate({ forward });
    expect(await answer('post.status', ours, {})).toEqual({ ok: true, value: { state: 'new' } });
    expect(forward).toHaveBeenCalledWith('post.status', {});
    await answer('app.info', ours, {});
    expect(reached).toHaveBeenCalledOnce();
  });

  it('names the field of the first fault and repeats nothing of what was sent', async () => {
    const { answer } = gate();
    const result = await answer('post.create', ours, { identity: { name: 'Post', function: 'geheim woord', regionCode: 'VR24' }, passphrase: 'x' });
    expect(result).toMatchObject({ ok: false, error: { code: 'input.invalid', field: 'identity.function' } });
    expect(JSON.stringify(result)).not.toContain('geheim woord');
  });

  it('hands over an error of the application with code, field and details', async () => {
    const forward = async (): Promise<never> => {
      throw new AppError('disk.full', 'write failed', { field: 'effect.text', details: { folder: '/x' } });
    };
    expect(await gate({ forward }).answer('post.status', ours, {})).toEqual({ ok: false, error: { code: 'disk.full', message: 'write failed', field: 'effect.text', details: { folder: '/x' } } });
  });

  it('keeps what else was thrown to the log', async () => {
    const forward = async (): Promise<never> => {
      throw new TypeError('the key is 0123');
    };
    const { answer, log } = gate({ forward });
    const result = await answer('post.status', ours, {});
    expect(result).toEqual({ ok: false, error: { code: 'internal', message: 'unexpected error' } });
    expect(log.join()).toContain('post.status');
  });

  it('refuses an answer that does not follow the contract, in development', async () => {
    const forward = async () => ({ ok: true as const, value: { state: 'half open' } });
    const { answer, log } = gate({ forward, checkOutput: true });
    expect(await answer('post.status', ours, {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(log.join()).toContain('post.status');
    expect(await gate({ forward }).answer('post.status', ours, {})).toMatchObject({ ok: true });
  });
});
