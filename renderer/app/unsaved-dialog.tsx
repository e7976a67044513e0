/**
 * Something typed is not on the disk and the person wants to close or lock: what it is, why, and what can be done. It can be copied, and only
 * then the window closes without it.
 */
import { type ReactNode, useState } from 'react';
import { link } from '../link/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Facts } from '../ui/facts.tsx';
import { notify } from '../ui/live.tsx';
import { useAppLocale, useSay } from '../ui/say.ts';
import { errorWords } from '../ui/states.tsx';
import { refusedBySpace } from './draft/save-queue.ts';
import { flushAll, unsavedNow } from './save-state.ts';
import { lockPost, useSession } from './session.ts';
import styles from './unsaved-dialog.module.css';
import { unsavedLines, unsavedText } from './unsaved-words.ts';

interface UnsavedDialogProps {
  readonly wanted: 'quit' | 'lock';
  readonly onClose: () => void;
}

export function UnsavedDialog({ wanted, onClose }: UnsavedDialogProps): ReactNode {
  const say = useSay();
  const locale = useAppLocale();
  const reference = useSession((state) => state.reference);
  // what is typed is read on an open post alone
  const isOpen = useSession((state) => state.phase === 'open');
  const [left, setLeft] = useState(unsavedNow);
  const [busy, setBusy] = useState(false);
  const [copied, setCopied] = useState(false);
  const [failed, setFailed] = useState(false);
  // another try would give the same answer
  const isRefused = left.length > 0 && left.every(({ error }) => error !== undefined && refusedBySpace(error));
  const lines = reference && isOpen ? unsavedLines(left, reference, locale, say) : [];
  const reasons = [...new Set(left.flatMap(({ error }) => (error ? [[errorWords(error, say).happened, errorWords(error, say).todo].filter(Boolean).join(' ')] : [])))];

  const goOn = async (despite: boolean): Promise<void> => {
    onClose();
    if (wanted === 'quit') await link.call('app.leave', {});
    else if (despite) await lockPost('person', true);
    else await lockPost('person');
  };
  const retry = async (): Promise<void> => {
    setBusy(true);
    const saved = await flushAll();
    setBusy(false);
    const now = unsavedNow();
    setLeft(now);
    if (saved && (wanted === 'lock' || now.length === 0)) return goOn(false);
    setFailed(true);
  };
  const copy = async (): Promise<void> => {
    const done = await link.call('clipboard.copy', { text: unsavedText(lines) });
    if (!done.ok) return notify({ tone: 'error', text: errorWords(done.error, say).happened });
    setCopied(true);
  };

  return (
    <Dialog
      title={say(`unsaved.title.${wanted}`)}
      role="alertdialog"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {say('unsaved.back')}
          </Button>
          {isOpen && wanted === 'lock' && <Button onPress={() => void goOn(true)}>{say('unsaved.lockAnyway')}</Button>}
          {isOpen && wanted === 'quit' && (copied || lines.length === 0) && <Button onPress={() => void goOn(true)}>{say('unsaved.quitAnyway')}</Button>}
          {lines.length > 0 && !copied && <Button {...(isRefused ? { variant: 'primary' as const } : {})} onPress={() => void copy()}>{say('unsaved.copy')}</Button>}
          {isOpen && !isRefused && (
            <Button variant="primary" isPending={busy} onPress={() => void retry()}>
              {say(`unsaved.retry.${wanted}`)}
            </Button>
          )}
        </>
      }
    >
      {isOpen ? (
        <>
          <p>{say('unsaved.text')}</p>
          {reasons.length > 0 && <Facts rows={[{ label: say('unsaved.why'), value: reasons.join(' ') }]} />}
          <dl className={styles.words}>
            {lines.map(({ label, text }, index) => (
              // two forms may be called the same
              // oxlint-disable-next-line react/no-array-index-key
              <div key={`${label} ${index}`}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <output>{copied ? say('unsaved.copied') : failed ? say('unsaved.failed') : ''}</output>
          <p>{say(wanted === 'lock' ? 'unsaved.lockAnywayText' : 'unsaved.quitAnywayText')}</p>
        </>
      ) : (
        <p>{say('unsaved.unlockFirst')}</p>
      )}
    </Dialog>
  );
}
