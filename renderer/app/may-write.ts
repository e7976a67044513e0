/** Whether the post writes in the exercise in view; operationally each space says it for itself when something is written. */
import { useSession } from './session.ts';

export function useMayWrite(): boolean {
  return useSession(({ view }) => view.kind === 'operational' || (!view.frozen && (view.standing === 'keeper' || view.standing === 'editor')));
}
