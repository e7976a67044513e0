/** What screen readers hear without moving: saves, checks, arrivals. `notify` also shows it for a while. */
import { type ReactNode, useEffect, useState } from 'react';
import { create } from 'zustand';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import { CheckIcon, CrossIcon, InfoIcon, StopIcon } from './icons.tsx';
import styles from './live.module.css';
import { useSay } from './say.ts';

export interface Notice {
  readonly tone: 'info' | 'ok' | 'error';
  readonly text: string;
}

interface LiveState {
  readonly polite: string;
  readonly urgent: string;
  readonly notices: readonly (Notice & { readonly id: number })[];
}

const live = create<LiveState>(() => ({ polite: '', urgent: '', notices: [] }));
let counter = 0;

/** What is announced within this time belongs to one moment: an entry, and that it is saved. Milliseconds. */
const oneMoment = 150;
const saidAt = { polite: Number.NEGATIVE_INFINITY, urgent: Number.NEGATIVE_INFINITY };

/** Says it to screen readers, after what they are saying now; `urgent` interrupts. The same words twice are said twice. */
export function announce(text: string, how: 'polite' | 'urgent' = 'polite'): void {
  const before = live.getState()[how];
  const now = performance.now();
  // Words put in the place of words that were set a moment ago would never be heard: then both are said.
  const isSameMoment = now - saidAt[how] < oneMoment && before !== text;
  saidAt[how] = now;
  const heard = isSameMoment ? `${before} ${text}` : before === text ? `${text}\u00A0` : text;
  live.setState(how === 'polite' ? { polite: heard } : { urgent: heard });
}

/** Shows a short message at the lower right and announces it. */
export function notify(notice: Notice): void {
  counter += 1;
  live.setState((state) => ({ notices: [...state.notices.slice(-2), { ...notice, id: counter }] }));
  announce(notice.text, notice.tone === 'error' ? 'urgent' : 'polite');
}

function dismiss(id: number): void {
  live.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

/** Stands once at the root, outside everything that a dialog hides. */
export function LiveRegion(): ReactNode {
  const say = useSay();
  const { polite, urgent, notices } = live();
  return (
    <div data-react-aria-top-layer="true">
      <div className="visually-hidden" aria-live="polite">
        {polite}
      </div>
      <div className="visually-hidden" aria-live="assertive">
        {urgent}
      </div>
      {notices.length > 0 && (
        <section className={styles.toasts} aria-label={say('frame.ui.notices')}>
          {notices.map((notice) => (
            <Toast key={notice.id} notice={notice} onClose={() => dismiss(notice.id)} />
          ))}
        </section>
      )}
    </div>
  );
}

const signs: Record<Notice['tone'], ReactNode> = { info: <InfoIcon />, ok: <CheckIcon />, error: <StopIcon /> };
/** long enough to read twice; an error stays until it is dismissed */
const shownMs = 8000;

function Toast({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || notice.tone === 'error') return undefined;
    const timer = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer);
  }, [held, notice.tone, onClose]);
  return (
    <div className={classNames(styles.toast, styles[notice.tone])} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      {signs[notice.tone]}
      <span className={styles.text}>{notice.text}</span>
      <IconButton label={say('frame.ui.dismiss')} icon={<CrossIcon size={12} />} variant="quiet" size="small" onPress={onClose} />
    </div>
  );
}
