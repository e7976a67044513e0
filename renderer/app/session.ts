/** What holds for the whole window: is the post open and whose is it, its settings, its reference data, and how the store fares. */
import { create } from 'zustand';
import type { CallOutput, EventPayload, PostStatus } from '../../shared/contract.ts';
import type { PackSummary } from '../../shared/domain/pack.ts';
import type { PostIdentity, Preferences } from '../../shared/domain/post.ts';
import type { SpaceView } from '../../shared/domain/space.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import { link } from '../link/index.ts';
import { type Reference, indexReference } from './reference.ts';
import { flushAll, forgetSaves, unsavedNow } from './save-state.ts';

export interface SessionState {
  /** 'failed': the post's state could not even be asked */
  readonly phase: 'starting' | 'new' | 'locked' | 'open' | 'failed';
  readonly error: CallError | undefined;
  readonly identity: PostIdentity | undefined;
  /** of this post's own key, to compare by phone */
  readonly fingerprint: string | undefined;
  /** what the post works in: operational work or one exercise */
  readonly view: SpaceView;
  readonly preferences: Preferences | undefined;
  readonly reference: Reference | undefined;
  readonly referenceError: CallError | undefined;
  readonly packs: readonly PackSummary[];
  readonly store: EventPayload<'store.state'>;
  /** what the person wanted when something typed turned out not to be on the disk: they are asked */
  readonly held: 'quit' | 'lock' | undefined;
  /** why the post is locked, for the words on the lock screen */
  readonly lockedBy: EventPayload<'post.locked'>['by'] | undefined;
}

export const useSession = create<SessionState>(() => ({
  phase: 'starting',
  error: undefined,
  identity: undefined,
  fingerprint: undefined,
  view: { kind: 'operational' },
  preferences: undefined,
  reference: undefined,
  referenceError: undefined,
  packs: [],
  store: { state: 'starting', restarts: 0 },
  held: undefined,
  lockedBy: undefined,
}));

/** Takes over what the application says of the post: after start, first start, unlock and lock. */
export function enter(status: PostStatus): void {
  if (status.state === 'open') {
    useSession.setState({ phase: 'open', identity: status.identity, fingerprint: status.fingerprint, view: status.view, error: undefined, lockedBy: undefined });
    void loadReference();
    return;
  }
  forgetSaves();
  useSession.setState({ phase: status.state, identity: undefined, fingerprint: undefined, reference: undefined, referenceError: undefined, packs: [], error: undefined });
}

/** Of the questions that go on, only the last one counts: an earlier one is of packs that no longer do. */
let asked = 0;

/** What counts in the view: asked for again when the view changes, and when a pack of its exercise begins to count. Ends early, without a word, when the post is locked meanwhile. */
export async function loadReference(): Promise<void> {
  const question = ++asked;
  useSession.setState({ referenceError: undefined });
  const [all, packs, first] = await Promise.all([link.call('reference.all', {}), link.call('reference.packs', {}), link.call('reference.capabilities', {})]);
  const isOpen = (): boolean => useSession.getState().phase === 'open' && question === asked;
  const failed = [all, packs, first].find((result) => !result.ok);
  if (!isOpen()) return;
  if (!all.ok || !packs.ok || !first.ok) {
    if (failed && !failed.ok) useSession.setState({ referenceError: failed.error });
    return;
  }
  const { total } = first.value;
  const capabilities = [...first.value.capabilities];
  useSession.setState({ reference: indexReference(all.value, capabilities, capabilities.length >= total), packs: packs.value });
  if (capabilities.length >= total) return;
  while (capabilities.length < total) {
    await atRest();
    const next = await link.call('reference.capabilities', { from: capabilities.length });
    if (!isOpen()) return;
    if (!next.ok) return useSession.setState({ referenceError: next.error });
    if (next.value.capabilities.length === 0) break;
    capabilities.push(...next.value.capabilities);
  }
  useSession.setState({ reference: indexReference(all.value, capabilities, true) });
}

/** What is typed goes before thousands of capabilities, here and in the store, which answers one call after the other. */
function atRest(): Promise<unknown> {
  return new Promise((resolve) => void requestIdleCallback(resolve, { timeout: 200 }));
}

/** Another exercise, or none, has other packs: no screen shows those of the former one in between. */
export function takeView(view: SpaceView): void {
  const before = useSession.getState().view;
  if (viewKey(view) === viewKey(before)) return useSession.setState({ view });
  useSession.setState({ view, reference: undefined });
  void loadReference();
}

/** One for all that has changed: screens are made anew when it does. */
export const viewKey = (view: SpaceView): string => (view.kind === 'exercise' ? view.id : view.kind);

/** First questions of the window. Settings are taken before the post, so that even a failure speaks the right language. */
export async function startSession(): Promise<void> {
  const [preferences, status] = await Promise.all([link.call('app.preferences', {}), link.call('post.status', {})]);
  if (preferences.ok) useSession.setState({ preferences: preferences.value });
  if (status.ok) enter(status.value);
  else useSession.setState({ phase: 'failed', error: status.error });
}

/** Before the application closes: what is not on the disk holds it up, and the person is asked. The system locks without asking; then it waits in memory. */
async function lastWord(why: 'quit' | 'lock'): Promise<void> {
  const saved = await flushAll();
  const held = why === 'quit' && (!saved || unsavedNow().length > 0);
  if (held) useSession.setState({ held: 'quit' });
  await link.call('app.flushed', { held });
}

/**
 * Saves what is typed, then locks; the key leaves memory with the store process. What cannot be saved is not thrown away: then
 * the post stays open and the answer is 'unsaved'. `despite`: the person knows; it waits in the window until the post is open again.
 */
export async function lockPost(by: 'person' | 'idle', despite = false): Promise<'locked' | 'unsaved' | CallError> {
  if (useSession.getState().phase !== 'open') return 'locked';
  if (!(await flushAll()) && !despite) return 'unsaved';
  const locked = await link.call('post.lock', { by });
  if (!locked.ok) return locked.error;
  useSession.setState({ lockedBy: by });
  enter(locked.value);
  return 'locked';
}

export async function setPreferences(change: Partial<Preferences>): Promise<Result<CallOutput<'app.setPreferences'>>> {
  const result = await link.call('app.setPreferences', change);
  if (result.ok) useSession.setState({ preferences: result.value });
  return result;
}

/** Connects the session to what the application reports by itself. The answer disconnects it. */
export function followApplication(): () => void {
  const stops = [
    link.on('store.state', (store) => useSession.setState({ store })),
    link.on('space.viewChanged', ({ view }) => takeView(view)),
    link.on('post.locked', ({ by }) => {
      useSession.setState({ lockedBy: by });
      enter({ state: 'locked' });
    }),
    link.on('app.closing', ({ why }) => void lastWord(why)),
    link.onFailure((name, error) => {
      // The post was locked behind our back: show the lock screen instead of a screen full of errors.
      if (error.code === 'post.locked' && name !== 'post.unlock' && useSession.getState().phase === 'open') enter({ state: 'locked' });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The reference data. Screens run only when it is there; the frame sees to that. */
export function useReference(): Reference {
  const reference = useSession((state) => state.reference);
  if (!reference) throw new Error('a screen was shown before the reference data was loaded');
  return reference;
}

/** Whose post this is. Screens run only when it is open. */
export function useIdentity(): PostIdentity {
  const identity = useSession((state) => state.identity);
  if (!identity) throw new Error('a screen was shown on a locked post');
  return identity;
}
