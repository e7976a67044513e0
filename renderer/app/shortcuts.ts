/** Keyboard shortcuts: one place that binds them and lists them, so that what `?` shows is what works. */
import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';

export interface Shortcut {
  /** `Ctrl+K`, `Alt+1`, `Ctrl+Shift+L`, `?`: modifiers first, then the key as it stands on the keyboard */
  readonly keys: string;
  /** what it does, in the language of the window */
  readonly label: string;
  readonly run: () => void;
  /** also while typing in a field; by default only for combinations with Ctrl or Alt */
  readonly whileTyping?: boolean;
}

interface ShortcutState {
  readonly active: readonly Shortcut[];
}

export const useShortcuts = create<ShortcutState>(() => ({ active: [] }));

/** Binds a shortcut as long as the part is on screen. The latest one wins when two ask for the same keys. */
export function useShortcut({ keys, label, run, whileTyping }: Shortcut): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    const entry: Shortcut = { keys, label, run: () => latest(), ...(whileTyping === undefined ? {} : { whileTyping }) };
    useShortcuts.setState(({ active }) => ({ active: [...active, entry] }));
    return () => useShortcuts.setState(({ active }) => ({ active: active.filter((other) => other !== entry) }));
  }, [keys, label, whileTyping]);
}

function runShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const keys = keysOf(event);
  const shortcut = useShortcuts.getState().active.findLast((candidate) => candidate.keys === keys);
  if (!shortcut) return;
  const typing = event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[contenteditable],[role=spinbutton]') !== null;
  if (typing && !(shortcut.whileTyping ?? /^(Ctrl|Alt)\+/.test(keys))) return;
  event.preventDefault();
  shortcut.run();
}

/** Listens for all bound shortcuts; called once by the frame. The answer stops listening. */
export function listenForShortcuts(): () => void {
  window.addEventListener('keydown', runShortcut);
  return () => window.removeEventListener('keydown', runShortcut);
}

/** The event in the form of `Shortcut.keys`. Shift counts only with letters and named keys: `?` is `?`, not Shift+/. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shiftCounts = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', shiftCounts && 'Shift', key].filter(Boolean).join('+');
}

/** `Ctrl+K` as it is drawn on screen: `Ctrl K`. */
export function shownKeys(keys: string): string {
  return keys.split('+').join(' ');
}
