/** The post's own note on a capability: saved as it is typed, apart from the pack, so that a newer pack never overwrites it. */
import { type ReactNode, useEffect, useState } from 'react';
import type { CapabilityNote } from '../../../shared/domain/capability.ts';
import type { CallError } from '../../../shared/errors.ts';
import { useFormat } from '../../app/language/index.ts';
import { type Unsaved, registerFlusher, reportSave } from '../../app/save-state.ts';
import { link } from '../../link/index.ts';
import { ErrorState, TextArea, useSay } from '../../ui/index.ts';
import styles from './catalogue.module.css';

/** quiet after the last keystroke before it is saved */
const pauseMs = 500;
const longest = 5000;

export interface NoteFieldProps {
  readonly capabilityId: string;
  readonly note: CapabilityNote | undefined;
  readonly onSaved: () => void;
}

export function NoteField({ capabilityId, note, onSaved }: NoteFieldProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const [text, setText] = useState(note?.text ?? '');
  const [savedAt, setSavedAt] = useState(note?.savedAt);
  const [error, setError] = useState<CallError>();
  const saver = useNoteSaver(capabilityId, note?.text ?? '', {
    saved: (at) => {
      setSavedAt(at);
      setError(undefined);
      onSaved();
    },
    failed: setError,
  });
  return (
    <section className={styles.ownNote}>
      <TextArea
        label={say('catalogue.noteTitle')}
        help={say('catalogue.noteHelp')}
        value={text}
        rows={2}
        maxLength={longest}
        onChange={(next) => {
          setText(next);
          saver.take(next);
        }}
        onBlur={() => void saver.flush().catch(() => undefined)}
      />
      {savedAt !== undefined && text !== '' && !error && <p className={styles.valid}>{say('catalogue.noteSaved', { at: format.dateTime(savedAt) })}</p>}
      {error && <ErrorState error={error} onRetry={() => void saver.flush().catch(() => undefined)} />}
    </section>
  );
}

interface SaverEvents {
  readonly saved: (at: string) => void;
  readonly failed: (error: CallError) => void;
}

interface NoteSaver {
  readonly take: (text: string) => void;
  /** saves what is not saved yet; rejects when that fails */
  readonly flush: () => Promise<void>;
  readonly unsaved: () => readonly Unsaved[];
  /** who hears of the saves from now on */
  readonly tell: (events: SaverEvents) => void;
}

/** One save at a time, the latest text wins; leaving, locking and closing save what is still pending. */
function useNoteSaver(capabilityId: string, stored: string, events: SaverEvents): NoteSaver {
  const [saver] = useState(() => makeSaver(capabilityId, stored));
  useEffect(() => saver.tell(events));
  useEffect(() => {
    const unregister = registerFlusher(saver.flush, saver.unsaved);
    return () => {
      unregister();
      void saver.flush().catch(() => undefined);
    };
  }, [saver]);
  return saver;
}

function makeSaver(capabilityId: string, stored: string): NoteSaver {
  let typed = stored;
  let durable = stored;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let hears: SaverEvents | undefined;

  const save = async (): Promise<void> => {
    const text = typed;
    if (text.trim() === durable.trim()) return;
    reportSave({ state: 'saving' });
    const result = await link.call('catalogue.saveNote', { capabilityId, text: text.trim() });
    if (!result.ok) {
      reportSave({ state: 'failed', error: result.error });
      hears?.failed(result.error);
      throw new Error(result.error.code);
    }
    durable = text;
    reportSave({ state: 'saved', at: result.value.savedAt });
    hears?.saved(result.value.savedAt);
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running = running.catch(() => undefined).then(save);
    return running;
  };
  return {
    unsaved: () => (typed.trim() === durable.trim() ? [] : [{ of: 'entry', values: { words: typed.trim() } }]),
    take: (text) => {
      typed = text;
      clearTimeout(timer);
      timer = setTimeout(() => void flush().catch(() => undefined), pauseMs);
    },
    flush,
    tell: (events) => {
      hears = events;
    },
  };
}
