/** The script of the exercise in view, for its room, the menu and the messages: asked when it changes, and when the next inject is due. */
import { create } from 'zustand';
import type { ScriptState, ShownInject } from '../../shared/domain/exercise-script.ts';
import type { CallError } from '../../shared/errors.ts';
import { link } from '../link/index.ts';

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

/** As long as the post works in the exercise. `onArrived` hears of the injects that appear while it looks. The answer stops it and forgets. */
export function followScript(onArrived: (injects: readonly [ShownInject, ...ShownInject[]]) => void): () => void {
  void refreshScript();
  const stopListening = link.on('document.changed', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void refreshScript(), settleMs);
  });
  const stopTelling = useScript.subscribe(({ script, isKnown }, before) => {
    if (!isKnown || !before.isKnown || before.script?.id !== script?.id) return;
    const known = new Set(before.script?.injects.flatMap(({ id, hasAppeared }) => (hasAppeared ? [id] : [])));
    const [first, ...others] = script?.injects.filter((inject) => inject.hasAppeared && !known.has(inject.id)) ?? [];
    if (first) onArrived([first, ...others]);
  });
  return () => {
    clearTimeout(waiting);
    stopListening();
    stopTelling();
    useScript.setState(nothingKnown);
  };
}

/** Injects that have appeared and that nobody took over yet. */
export const untaken = ({ script }: State): number => script?.injects.filter(({ hasAppeared, taken }) => hasAppeared && !taken).length ?? 0;
