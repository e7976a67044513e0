/** How an answer to a call is written down: its input is parsed once more where it is used, and the post must be open. */
import type { z } from 'zod';
import type { Desk } from '../../db/documents/desk.ts';
import type { Touched } from '../../db/documents/groups.ts';
import { mustBeInView, viewOf } from '../../db/documents/view.ts';
import { deskInView, deskOf } from '../../db/exercise/in-force.ts';
import { type CallName, type CallOutput, type Calls, calls } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Exchanging } from './exchanging.ts';
import type { Emit, Session } from './session.ts';

export type StoreCall = { [N in CallName]: Calls[N] extends { readonly owner: 'store' } ? N : never }[CallName];
type LockedCall = { [N in StoreCall]: Calls[N] extends { readonly whenLocked: true } ? N : never }[StoreCall];
type OpenCall = Exclude<StoreCall, LockedCall>;

type Inputs = { readonly [N in StoreCall]: z.output<Calls[N]['input']> };
const shapes: { readonly [N in StoreCall]: { readonly input: z.ZodType<Inputs[N]> } } = calls;

type Deep<T> = T extends (infer I)[] ? readonly Deep<I>[] : T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T;
type Given<N extends CallName> = Deep<CallOutput<N>> | Promise<Deep<CallOutput<N>>>;

export interface Answer<N extends CallName> {
  readonly call: N;
  readonly give: (session: Session, emit: Emit, input: unknown) => unknown;
}

/** Answered by a locked post too. */
export function always<N extends LockedCall>(call: N, give: (session: Session, input: Inputs[N]) => Given<N>): Answer<N> {
  return { call, give: (session, _emit, input) => give(session, parse(call, input)) };
}

/** Answered with `post.locked` until the post is open. */
export function whenOpen<N extends OpenCall>(call: N, give: (desk: Desk, input: Inputs[N], emit: Emit) => Given<N>): Answer<N> {
  return {
    call,
    give: (session, emit, input) => {
      const desk = session.desk();
      const parsed = parse(call, input);
      const documents = documentsNamed(parsed);
      if (!keepsTyped.has(call)) for (const document of documents) mustBeInView(desk.file, document);
      const [document] = documents;
      // what was typed in an exercise belongs to it, also when it is saved after the view changed
      return give(document !== undefined && keepsTyped.has(call) ? deskOf(desk, document) : deskInView(desk), parsed, emit);
    },
  };
}

/** As `whenOpen`, for what concerns the exchange that goes on. */
export function withExchange<N extends OpenCall>(call: N, give: (exchanging: Exchanging, input: Inputs[N], desk: Desk, emit: Emit) => Given<N>): Answer<N> {
  return {
    call,
    give: (session, emit, input) => {
      const exchanging = session.exchanging();
      return give(exchanging, parse(call, input), deskInView(session.desk()), emit);
    },
  };
}

/** What was typed before the view changed is kept all the same. */
const keepsTyped: ReadonlySet<CallName> = new Set(['request.save', 'dossier.save', 'advice.save', 'dossier.log']);

/** The documents that a call is about, by the names that the contract gives them everywhere. Ids of something else are none. */
function documentsNamed(input: object): readonly string[] {
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) => (['id', 'otherId', 'requestId', 'dossierId', 'documentId'].includes(name) && typeof value === 'string' ? [value] : []));
}

/** Main has checked the window's input; the store checks what it writes, whoever asks. */
function parse<N extends StoreCall>(call: N, input: unknown): Inputs[N] {
  const parsed = shapes[call].input.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError('input.invalid', `input of ${call} is refused: ${issue?.code ?? 'shape'}`, { field: issue?.path.map(String).join('.') ?? '' });
  }
  return parsed.data;
}

/** What the post works in, where the work changed it. */
export async function tellView<T>({ file }: Desk, emit: Emit, work: () => T | Promise<T>): Promise<T> {
  const before = viewOf(file);
  const done = await work();
  const view = viewOf(file);
  if (JSON.stringify(view) !== JSON.stringify(before)) emit('space.viewChanged', { view });
  return done;
}

/** Lists and open screens follow what a call made or changed. */
export function tell(emit: Emit, ...touched: readonly Touched[]): void {
  for (const { id, seq, savedAt } of touched) emit('document.changed', { id, seq, savedAt });
}
