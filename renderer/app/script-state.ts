/** The script of the exercise in view, for its room, the menu and the messages: asked when it changes, and when the next inject is due. */
import { create } from 'zustand';
import type { ScriptState, ShownInject, ShownPack } from '../../shared/domain/exercise-script.ts';
import type { CallError } from '../../shared/errors.ts';
import { link } from '../link/index.ts';
import { loadReference } from './session.ts';

interface State {
  readonly isKnown: boolean;
  readonly script: ScriptState | undefined;
  readonly error: CallError | undefined;
}

const nothingKnown: State = { isKnown: false, script: undefined, error: undefined };
export const useScript = create<State>(() => nothingKnown);

/** What happens in a row makes one question; the exercise time on screen is this old at most. Milliseconds. */
const settleMs = 200;
const clockMs = 30_000;
let waiting: ReturnType<typeof setTimeout> | undefined;

export function showScript(script: ScriptState | undefined): void {
  useScript.setState({ isKnown: true, script, error: undefined });
  refreshLater(script);
}

export async function refreshScript(): Promise<void> {
  const asked = await link.call('exercise.script', {});
  if (asked.ok) showScript(asked.value.script);
  else useScript.setState({ isKnown: true, error: asked.error });
}

function refreshLater(script: ScriptState | undefined): void {
  clearTimeout(waiting);
  if (script?.phase !== 'running') return;
  const due = script.nextAt === undefined ? clockMs : Date.parse(script.nextAt) - Date.now();
  waiting = setTimeout(() => void refreshScript(), Math.min(clockMs, Math.max(settleMs, due)));
}

export interface ScriptEvents {
  readonly onArrived: (injects: readonly [ShownInject, ...ShownInject[]]) => void;
  readonly onCounts: (packs: readonly [ShownPack, ...ShownPack[]]) => void;
}

/** As long as the post works in the exercise. It tells of the injects that appear and the packs that begin to count while it looks. The answer stops it and forgets. */
export function followScript({ onArrived, onCounts }: ScriptEvents): () => void {
  void refreshScript();
  const stopListening = link.on('document.changed', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void refreshScript(), settleMs);
  });
  const stopTelling = useScript.subscribe(({ script, isKnown }, before) => {
    if (!isKnown || !before.isKnown) return;
    // the store says by itself what counts; the window asks again when that is something else
    if (counting(script) !== counting(before.script)) void loadReference();
    if (before.script?.id !== script?.id) return;
    const [inject, ...injects] = newIn(script?.injects, before.script?.injects);
    if (inject) onArrived([inject, ...injects]);
    const [pack, ...packs] = newIn(script?.packs, before.script?.packs);
    if (pack) onCounts([pack, ...packs]);
  });
  return () => {
    clearTimeout(waiting);
    stopListening();
    stopTelling();
    useScript.setState(nothingKnown);
  };
}

const counting = (script: ScriptState | undefined): string => JSON.stringify([script?.revision, ...(script?.packs ?? []).flatMap(({ id, hasAppeared }) => (hasAppeared ? [id] : []))]);

function newIn<T extends ShownInject | ShownPack>(now: readonly T[] = [], before: readonly T[] = []): readonly T[] {
  const known = new Set(before.flatMap(({ id, hasAppeared }) => (hasAppeared ? [id] : [])));
  return now.filter((one) => one.hasAppeared && !known.has(one.id));
}

/** Injects that have appeared and that nobody took over yet. */
export const untaken = ({ script }: State): number => script?.injects.filter(({ hasAppeared, taken }) => hasAppeared && !taken).length ?? 0;
