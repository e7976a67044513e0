/**
 * Speaks to a running application as its window would, without a browser: the same calls through the same gate. Scenarios, fault
 * rounds and the bench use it.
 */
import http from 'node:http';
import type { ToPage } from '../../build/shell-stand-in/page/messages.ts';
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract.ts';
import type { Result } from '../../shared/errors.ts';

export type DialogQuestion = Extract<ToPage, { kind: 'dialog' }>;
/** A path for a prompt, true for a confirmation, null to close the dialog. */
export type DialogAnswer = (question: DialogQuestion) => string | boolean | null;

export interface AppClient {
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  /** the value of a call; throws with code and message when the call fails */
  readonly must: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** sends whatever it is given, to test what main refuses */
  readonly raw: (channel: string, input: unknown) => Promise<unknown>;
  readonly on: <N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void) => () => void;
  readonly answerDialogs: (answer: DialogAnswer) => void;
  /** leaves, as a window that is closed */
  readonly leave: () => void;
}

/** Connects and resolves when the application hears it. `app.closing` is answered at once unless `holdClosing`. */
export async function appClient(app: { readonly address: string }, options: { readonly holdClosing?: boolean } = {}): Promise<AppClient> {
  const { host, port, origin } = new URL(app.address);
  const agent = new http.Agent({ keepAlive: true });
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  let answerDialog: DialogAnswer | undefined;

  const send = (name: string, body: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port, agent, method: 'POST', path: `/__shell/${name}`, headers: { Host: host, Origin: origin, 'Content-Type': 'application/json' } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('error', reject);
        response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${name}: main answered ${response.statusCode}`))));
      });
      request.on('error', reject);
      request.end(JSON.stringify(body));
    });

  async function invoke(channel: string, input: unknown): Promise<unknown> {
    const answer = (await send('invoke', { channel, args: [input] })) as { ok: true; value: unknown } | { ok: false; message: string };
    if (!answer.ok) throw new Error(answer.message);
    return answer.value;
  }

  function receive(message: ToPage): void {
    if (message.kind === 'dialog') void send('answer', { id: message.id, answer: answerDialog?.(message) ?? null }).catch(() => {});
    if (message.kind !== 'message') return;
    const name = message.channel.replace(/^event:/, '');
    for (const listener of listeners.get(name) ?? []) listener(message.args[0]);
    if (name === 'app.closing' && !options.holdClosing) void invoke('call:app.flushed', {}).catch(() => {});
  }

  const stream = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get({ host: '127.0.0.1', port, path: '/__shell/events', headers: { Host: host } }, resolve).on('error', reject);
  });
  if (stream.statusCode !== 200) throw new Error(`the application refused the client (${stream.statusCode})`);
  let rest = '';
  stream.on('error', () => {});
  stream.setEncoding('utf8').on('data', (part: string) => {
    const messages = (rest + part).split('\n\n');
    rest = messages.pop() ?? '';
    for (const message of messages) if (message.startsWith('data: ')) receive(JSON.parse(message.slice('data: '.length)));
  });
  await send('loaded', {});

  const call = (name: CallName, input: unknown): Promise<unknown> => invoke(`call:${name}`, input);
  return {
    call: (async (name: CallName, input: unknown) => await call(name, input)) as AppClient['call'],
    must: (async (name: CallName, input: unknown) => {
      const result = (await call(name, input)) as Result<unknown>;
      if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}${result.error.field === undefined ? '' : ` (${result.error.field})`}`);
      return result.value;
    }) as AppClient['must'],
    raw: invoke,
    on: (name, listener) => {
      const heard = listeners.get(name) ?? new Set();
      listeners.set(name, heard);
      // the contract says which payload goes with which name
      heard.add(listener as (payload: unknown) => void);
      return () => void heard.delete(listener as (payload: unknown) => void);
    },
    answerDialogs: (answer) => {
      answerDialog = answer;
    },
    leave: () => {
      stream.destroy();
      agent.destroy();
    },
  };
}
