/** What must be known at every moment: is the last keystroke durable, does the store run, which catalogue is this, whose post. */
import { type ReactNode, useEffect, useRef } from 'react';
import { announce } from '../ui/live.tsx';
import { errorWords } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { type Format, type Say, useFormat, useSay } from './language/index.ts';
import { type SaveReport, useSaveState } from './save-state.ts';
import { useSession } from './session.ts';
import styles from './status-bar.module.css';
import { today } from './today.ts';

export function StatusBar(): ReactNode {
  const say = useSay();
  const format = useFormat();
  const identity = useSession((state) => state.identity);
  return (
    <footer className={styles.bar}>
      <SavedAt />
      <StoreState />
      <CatalogueState say={say} format={format} />
      <span className={styles.rest} />
      {identity && (
        <span className={styles.post}>
          {say(`frame.function.${identity.function}`)} · {say('frame.status.post', { name: identity.name })}
        </span>
      )}
    </footer>
  );
}

/** between two announcements of a save to a screen reader, so that typing is not talked over */
const quietMs = 20_000;

function SavedAt(): ReactNode {
  const say = useSay();
  const format = useFormat();
  const last = useSaveState((state) => state.last);
  const spokenAt = useRef(Number.NEGATIVE_INFINITY);
  const words = saveWords(last, say, format);
  const { state } = last ?? {};
  useEffect(() => {
    if (state === 'failed') announce(words, 'urgent');
    else if (state === 'saved' && performance.now() - spokenAt.current > quietMs) {
      spokenAt.current = performance.now();
      announce(words);
    }
  }, [state, words]);
  if (state === 'failed') return <Tag wraps tone="bad">{words}</Tag>;
  return <strong className={styles.saved}>{words}</strong>;
}

function saveWords(last: SaveReport | undefined, say: Say, { clock }: Format): string {
  if (!last) return say('frame.status.nothingTyped');
  if (last.state === 'saving') return say('frame.status.saving');
  if (last.state === 'failed') return say('frame.status.notSaved', { why: last.error ? errorWords(last.error, say).happened : '' });
  if (last.at === undefined) return say('frame.status.savedPlain');
  return last.seq === undefined ? say('frame.status.savedAt', { time: clock(last.at) }) : say('frame.status.saved', { time: clock(last.at), seq: last.seq });
}

function StoreState(): ReactNode {
  const say = useSay();
  const { state } = useSession((session) => session.store);
  const words = state === 'restarting' ? say('frame.status.storeRestarts') : state === 'failed' ? say('frame.status.storeFailed') : '';
  useEffect(() => {
    if (words !== '') announce(words, 'urgent');
  }, [words]);
  return words === '' ? null : <Tag wraps tone={state === 'failed' ? 'bad' : 'warn'}>{words}</Tag>;
}

function CatalogueState({ say, format }: { readonly say: Say; readonly format: Format }): ReactNode {
  const pack = useSession((session) => session.packs.find(({ kind }) => kind === 'capabilities'));
  if (!pack) return null;
  const isOutdated = pack.validUntil < today();
  return (
    <span>
      {say('frame.status.catalogue', { version: pack.version, date: format.date(pack.validUntil) })} {isOutdated && <Tag wraps tone="bad">{say('frame.status.outdated')}</Tag>}
    </span>
  );
}
