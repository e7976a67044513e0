/** What the keyboard does here: everything that is bound at this moment. */
import type { ReactNode } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useSay } from './language/index.ts';
import flow from '../ui/flow.module.css';
import styles from './shortcut-list.module.css';
import { shownKeys, useShortcuts } from './shortcuts.ts';

export function ShortcutList({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const active = useShortcuts((state) => state.active);
  const general = [
    { keys: 'Tab', label: say('frame.shortcuts.tab') },
    { keys: 'Esc', label: say('frame.shortcuts.escape') },
    { keys: '↑ ↓', label: say('frame.shortcuts.arrows') },
    { keys: 'Enter', label: say('frame.shortcuts.enter') },
  ];
  return (
    <Dialog title={say('frame.shortcuts.title')} isOpen onClose={onClose}>
      <dl className={flow.tight}>
        {[...active.map(({ keys, label }) => ({ keys: shownKeys(keys), label })), ...general].map(({ keys, label }) => (
          <div key={`${keys} ${label}`} className={styles.row}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
