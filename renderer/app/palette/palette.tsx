/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events -- the ARIA combobox pattern has no element of its own, and its keys are handled at the input */
/**
 * Ctrl+K: finds anything as one types, and does anything. The combobox pattern is written out here rather than taken from the
 * library, because Enter must work at typing speed: pressed before the answer is there, it waits for it and takes the best hit.
 */
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { SearchHit } from '../../../shared/domain/search.ts';
import { link } from '../../link/index.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { announce } from '../../ui/live.tsx';
import { Overlay } from '../../ui/overlay.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useAppLocale, useSay } from '../language/index.ts';
import { plainText } from '../plain-text.ts';
import { navigate } from '../routes.ts';
import { useSession } from '../session.ts';
import { type Entry, groupEntries } from './entries.ts';
import styles from './palette.module.css';
import { type CommandActions, useCommands } from './use-commands.ts';

export interface PaletteProps extends CommandActions {
  readonly onClose: () => void;
}

interface Found {
  readonly text: string;
  readonly hits: readonly SearchHit[];
}

const shownHits = 30;

export function Palette({ onClose, ...actions }: PaletteProps): ReactNode {
  const say = useSay();
  const locale = useAppLocale();
  const listId = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>({ text: '', hits: [] });
  const [chosen, setChosen] = useState(0);
  const enterWaits = useRef(false);
  /** the last thing typed: an answer to anything older is dropped */
  const latest = useRef('');
  const commands = useCommands(actions);
  const isCurrent = found.text === text;

  const groups = groupEntries({ text, commands, hits: text.trim() === '' ? [] : found.hits, locale, open: navigate });
  const entries = groups.flatMap((group) => group.entries);
  const active = entries[Math.min(chosen, entries.length - 1)];

  const take = (entry: Entry | undefined): void => {
    if (!entry || entry.isDisabled) return;
    onClose();
    entry.run();
  };

  const search = (typed: string): void => {
    setText(typed);
    setChosen(0);
    enterWaits.current = false;
    latest.current = typed;
    if (typed.trim() === '') {
      setFound({ text: typed, hits: [] });
      return;
    }
    void link.call('search.find', { text: typed, limit: shownHits }).then((result) => {
      if (latest.current === typed) setFound({ text: typed, hits: result.ok ? result.value.hits : [] });
    });
  };

  const answered = useEffectEvent(() => {
    if (!enterWaits.current) return;
    enterWaits.current = false;
    take(active);
  });
  useEffect(() => {
    if (isCurrent) answered();
  }, [isCurrent]);

  const spoken = useDeferredValue(isCurrent && text !== '' ? say('palette.count', { count: entries.length }) : '');
  useEffect(() => {
    if (spoken !== '') announce(spoken);
  }, [spoken]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (isCurrent) take(active);
      else enterWaits.current = true;
    } else if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      const from = Math.min(chosen, entries.length - 1);
      const next = Math.abs(step) === 1 ? (from + step + entries.length) % entries.length : Math.max(0, Math.min(entries.length - 1, from + step));
      setChosen(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
  };

  return (
    <Overlay isOpen onClose={onClose} place="top" label={say('frame.search.open')}>
      <div className={styles.line}>
        <SearchIcon />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that was opened to type in
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-label={say('palette.label')}
          {...(active ? { 'aria-activedescendant': `${listId}-${entries.indexOf(active)}` } : {})}
          className={styles.input}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={say('palette.hint')}
          value={text}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div id={listId} role="listbox" aria-label={say('palette.results')} className={styles.list}>
        {groups.map((group) => (
          <div key={group.kind} role="group" aria-labelledby={`${listId}-${group.kind}`}>
            <div id={`${listId}-${group.kind}`} className={styles.kind}>
              {say(`palette.kind.${group.kind}`)}
            </div>
            {group.entries.map((entry) => {
              const place = entries.indexOf(entry);
              return (
                <Option key={entry.key} id={`${listId}-${place}`} entry={entry} typed={text} isActive={entry === active} onPoint={() => setChosen(place)} onTake={() => take(entry)} />
              );
            })}
          </div>
        ))}
      </div>
      {isCurrent && entries.length === 0 && <p className={styles.none}>{say('palette.none', { text })}</p>}
    </Overlay>
  );
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly typed: string;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
}

/** The keyboard stays in the input (aria-activedescendant), so an option listens to the pointer only. */
function Option({ id, entry, typed, isActive, onPoint, onTake }: OptionProps): ReactNode {
  const say = useSay();
  return (
    <div id={id} role="option" aria-selected={isActive} aria-disabled={entry.isDisabled ?? false} tabIndex={-1} className={styles.option} onPointerMove={onPoint} onPointerDown={(event) => event.preventDefault()} onClick={onTake}>
      <span className={styles.title}>
        <Marked text={entry.title} typed={typed} />
        {entry.of && <ExerciseMark {...entry.of} />}
        {entry.why === undefined ? null : <span className={styles.detail}> {say(`palette.why.${entry.why.kind}`, { text: entry.why.text })}</span>}
      </span>
      {entry.detail === undefined ? null : <span className={styles.detail}>{entry.detail}</span>}
      {entry.keys === undefined ? null : <Kbd>{entry.keys}</Kbd>}
    </div>
  );
}

/** On what a pack of the exercise in view says. The palette is there before the reference data is. */
function ExerciseMark({ kind, id }: NonNullable<Entry['of']>): ReactNode {
  const say = useSay();
  const isExercise = useSession(({ reference }) => reference?.exercisePackOf(kind, id) !== undefined);
  return isExercise ? (
    <>
      {' '}
      <Tag tone="warn">{say('document.exercise')}</Tag>
    </>
  ) : null;
}

/** Marks where the first typed word begins a word of the text: why this is in the list. */
function Marked({ text, typed }: { readonly text: string; readonly typed: string }): ReactNode {
  const [word = ''] = plainText(typed).split(' ');
  if (word === '') return text;
  for (const { index, 0: part } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!plainText(part).startsWith(word)) continue;
    return (
      <>
        {text.slice(0, index)}
        <mark>{text.slice(index, index + word.length)}</mark>
        {text.slice(index + word.length)}
      </>
    );
  }
  return text;
}
