/** Lays down what was chosen as one revision, and forgets those choices when it is done. */
import { useState } from 'react';
import type { DifferenceDetail } from '../../../shared/domain/difference.ts';
import type { CallError } from '../../../shared/errors.ts';
import type { HalfTyped } from '../../app/draft/half-typed.ts';
import { routeOf } from '../../app/document-kinds.ts';
import { useExchange } from '../../app/exchange-state.ts';
import { navigate } from '../../app/routes.ts';
import { link } from '../../link/index.ts';
import { notify, useSay } from '../../ui/index.ts';
import { type Choice, formOf } from './choices.ts';

export interface Deciding {
  readonly busy: boolean;
  /** why the last try laid nothing down; 'stale' when the document changed while the person chose, and the choices still stand */
  readonly outcome: 'stale' | CallError | undefined;
  readonly decide: (choices: readonly Choice[]) => Promise<void>;
}

export function useDecide({ documentId: id, kind, seq }: DifferenceDetail, draft: HalfTyped, onRefresh: () => void): Deciding {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<'stale' | CallError>();

  const decide = async (choices: readonly Choice[]): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    const made = await link.call('difference.decide', { id, seq, decisions: choices.map(({ path, value }) => ({ path, value })) });
    setBusy(false);
    if (!made.ok) {
      // a field that was settled elsewhere, or a save in between: what stands now is asked, and the choices are held against it
      const isOvertaken = made.error.code === 'document.stale' || made.error.code === 'entry.unknown';
      setOutcome(isOvertaken ? 'stale' : made.error);
      if (isOvertaken) onRefresh();
      return;
    }
    draft.change(Object.fromEntries(choices.map(({ path }) => [formOf(path), null])));
    draft.leave();
    const { left } = made.value;
    notify({ tone: 'ok', text: say(left === 0 ? 'difference.laidDown' : 'difference.laidDownSome', { count: choices.length, left }) });
    if (left > 0) return onRefresh();
    // who has many to decide goes on with the next; after the last one the document is where the work goes on
    const next = useExchange.getState().differences.find(({ documentId, state, readOnly }) => documentId !== id && state === 'open' && !readOnly);
    navigate(next ? { room: 'difference', id: next.documentId } : routeOf(kind, id));
  };
  return { busy, outcome, decide };
}
