/** One form of a screen, kept on the disk as it is typed: thirty-four words that were read over the telephone are not lost by an Escape. */
import { useMemo, useState, useSyncExternalStore } from 'react';
import type { TypedFields } from '../../shared/domain/half-typed.ts';
import { openHalfTyped } from './draft/half-typed.ts';
import { useCall } from '../link/index.ts';

export interface Typing {
  /** false until what stood there is known: what is typed before that would take its place */
  readonly isReady: boolean;
  readonly fields: TypedFields;
  readonly set: (field: string, text: string) => void;
  readonly clear: () => void;
}

const nothing: TypedFields = {};
const still = (): (() => void) => () => undefined;

/** Where nothing can be kept, the form still works in memory. */
export function useTyping(place: string, form: string): Typing {
  const kept = useCall('typing.open', { place });
  const [unkept, setUnkept] = useState(nothing);
  const open = useMemo(() => (kept.state === 'ready' ? openHalfTyped(place, kept.value) : undefined), [kept, place]);
  const stored = useSyncExternalStore(open?.store.subscribe ?? still, () => open?.store.getState().values[form]);
  const fields = open ? (stored ?? nothing) : unkept;
  return {
    isReady: kept.state !== 'loading',
    fields,
    set: (field, text) => {
      const next = { ...fields, [field]: text };
      if (open) open.type(form, next);
      else setUnkept(next);
    },
    clear: () => {
      if (open) open.change({ [form]: null });
      else setUnkept(nothing);
    },
  };
}
