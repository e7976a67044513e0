/**
 * The one wrapper around every call of the contract: who asks, what they send, and what goes back. Nothing else listens to the
 * window. Sender first, because a stranger learns nothing, not even which input would have been good.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type CallInput, type CallName, type CallOutput, calls } from '../../shared/contract.ts';
import { type Result, toCallError } from '../../shared/errors.ts';
import { whyNotPlain } from './plain-input.ts';

export type Handler<N extends CallName> = (input: CallInput<N>) => Promise<CallOutput<N>>;
/** A handler throws an AppError, or answers; `forward` passes on what another process answered, failure included. */
export type ShellHandlers = { readonly [N in CallName as (typeof calls)[N]['owner'] extends 'shell' ? N : never]: Handler<N> };

export interface GateOptions {
  /** the origin that our own windows show, `app://…` */
  readonly origin: string;
  readonly isOurWindow: (webContentsId: number) => boolean;
  readonly shell: ShellHandlers;
  readonly forward: (name: CallName, input: unknown) => Promise<Result<unknown>>;
  /** in development an answer that its schema refuses is a defect worth stopping for */
  readonly checkOutput: boolean;
  readonly log: (line: string) => void;
}

export const callChannel = (name: CallName): string => `call:${name}`;

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** Main frame of one of our windows, still showing our own origin. */
export function isOurSender(event: Sender, { origin, isOurWindow }: Pick<GateOptions, 'origin' | 'isOurWindow'>): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null) return false;
  if (!isOurWindow(event.sender.id)) return false;
  if (!URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  // `origin` of a URL with a scheme of our own is 'null' in Node, so scheme and host are compared
  return `${url.protocol}//${url.host}` === origin && url.username === '' && url.password === '';
}

const refused = (message: string, field = ''): Result<never> => ({ ok: false, error: { code: 'input.invalid', message, ...(field === '' ? {} : { field }) } });

/** Answers one call as the window would get it. Never rejects and never lets out what was thrown. */
export function createGate(options: GateOptions): (name: CallName, event: Sender, input: unknown) => Promise<Result<unknown>> {
  const shell = new Map<string, (input: never) => Promise<unknown>>(Object.entries(options.shell));

  async function run(name: CallName, input: unknown): Promise<Result<unknown>> {
    const own = shell.get(name);
    if (!own) return await options.forward(name, input);
    // the input was parsed by the schema that the handler's type is made of
    return { ok: true, value: await own(input as never) };
  }

  return async (name, event, input) => {
    if (!isOurSender(event, options)) return { ok: false, error: { code: 'sender.refused', message: 'not one of our windows' } };
    const reason = whyNotPlain(input);
    if (reason) return refused(reason);
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      // code and place only: what was typed must not reach a log through a message
      const issue = parsed.error.issues[0];
      return refused(issue?.code ?? 'invalid', issue?.path.map(String).join('.'));
    }
    try {
      const result = await run(name, parsed.data);
      if (options.checkOutput && result.ok) {
        const output = calls[name].output.safeParse(result.value);
        if (!output.success) {
          options.log(`${name} answered what the contract does not allow: ${output.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`);
          return { ok: false, error: { code: 'internal', message: 'answer does not follow the contract' } };
        }
      }
      return result;
    } catch (thrown) {
      const error = toCallError(thrown);
      if (error.code === 'internal') options.log(`${name} failed: ${thrown instanceof Error ? `${thrown.name} ${thrown.message}` : typeof thrown}`);
      return { ok: false, error };
    }
  };
}

/** Registers one channel for each call of the contract, and no other. */
export function openGate(ipc: Pick<IpcMain, 'handle'>, options: GateOptions): void {
  const answer = createGate(options);
  for (const name of Object.keys(calls) as CallName[]) {
    ipc.handle(callChannel(name), (event, ...args: unknown[]) => answer(name, event, args[0]));
  }
}
