/** Which capabilities are chosen to compare. In a context, so that a tick repaints the boxes and not the whole table. */
import { createContext, useContext } from 'react';

export interface Picks {
  readonly picked: readonly string[];
  readonly pick: (id: string, takes: boolean) => void;
}

export const PicksContext = createContext<Picks>({ picked: [], pick: () => undefined });

export const usePicks = (): Picks => useContext(PicksContext);
