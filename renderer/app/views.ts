/** Going from operational work to an exercise and back. What is typed is saved first; every screen then begins anew with what is in view. */
import { link, useCall } from '../link/index.ts';
import { notify } from '../ui/live.tsx';
import { errorWords } from '../ui/states.tsx';
import { type Say, useSay } from './language/index.ts';
import { currentRoute, navigate } from './routes.ts';
import { flushAll } from './save-state.ts';
import { takeView, useSession } from './session.ts';

export interface ViewChoice {
  /** null: operational work */
  readonly id: string | null;
  readonly label: string;
  readonly detail?: string;
  readonly isCurrent: boolean;
  readonly enter: () => void;
}

/** Operational work first, then every exercise that this post is in. */
export function useViews(): readonly ViewChoice[] {
  const say = useSay();
  const view = useSession((state) => state.view);
  const spaces = useCall('space.list', {});
  const exercises = spaces.state === 'ready' ? spaces.value.filter(({ kind, standing }) => kind === 'exercise' && standing !== 'awaiting') : [];
  return [
    { id: null, label: say('frame.space.operational'), detail: say('exercise.operationalDetail'), isCurrent: view.kind === 'operational', enter: () => void enterView(null, say) },
    ...exercises.map(({ id, name, frozen, standing }) => ({
      id,
      label: say('exercise.choice', { name }),
      ...(frozen ? { detail: say('exercise.frozenDetail') } : standing === 'keeper' || standing === 'editor' ? {} : { detail: say('exercise.readOnlyDetail') }),
      isCurrent: view.kind === 'exercise' && view.id === id,
      enter: () => void enterView(id, say),
    })),
  ];
}

/** Rooms of one document, which is not in the other view. */
const ofOneDocument: ReadonlySet<string> = new Set(['dossier', 'request', 'advice', 'difference', 'history']);

export async function enterView(id: string | null, say: Say): Promise<void> {
  if (!(await flushAll())) return notify({ tone: 'error', text: say('exercise.unsaved') });
  const entered = await link.call('space.enter', { id });
  if (!entered.ok) return notify({ tone: 'error', text: errorWords(entered.error, say).happened });
  const { view } = entered.value;
  if (ofOneDocument.has(currentRoute().room)) navigate({ room: 'workboard' });
  takeView(view);
  notify({ tone: 'ok', text: view.kind === 'exercise' ? say('exercise.entered', { name: view.name }) : say('exercise.left') });
}
