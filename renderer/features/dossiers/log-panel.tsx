/** The log: the entry that is being typed, what is on its way to the disk, and what stands, newest first. */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { LogEntry, LogEntryKind } from '../../../shared/domain/log-entry.ts';
import { useFormat } from '../../app/language/index.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { thisMinute } from '../../app/this-minute.ts';
import { Panel, Select, Tag, TextField, announce, focusField, useSay } from '../../ui/index.ts';
import { EntryForm, kinds } from './entry-form.tsx';
import styles from './log.module.css';
import { quickField } from './log-field.ts';
import { LogList } from './log-list.tsx';
import { filterRows, joined, logRows } from './log-rows.ts';
import type { OpenDossier, Typing } from './open-dossiers.ts';
import { type Correction, correctionForm, isKind, nothingTyped, quickForm, readCorrection, readTyping, writeCorrection, writeTyping } from './typing.ts';
import { WaitingList } from './waiting-list.tsx';

const allKinds = 'all';

export function LogPanel({ open, log, isReadOnly }: { readonly open: OpenDossier; readonly log: readonly LogEntry[]; readonly isReadOnly: boolean }): ReactNode {
  const say = useSay();
  const { waiting, written } = useStore(open.log.store);
  const forms = useStore(open.typing.store, ({ values }) => values);
  const quick = readTyping(forms[quickForm]);
  const correction = readCorrection(forms[correctionForm]);
  const [text, setText] = useState('');
  const [kind, setKind] = useState<LogEntryKind>();
  const rows = useMemo(() => logRows(joined(log, written)), [log, written]);
  const shown = useMemo(() => filterRows(rows, { text, kind }, (one) => say(`dossier.kind.${one}`)), [rows, text, kind, say]);
  useAnnounced(written);

  const setQuick = (next: Typing): void => open.typing.type(quickForm, writeTyping(next));
  const setCorrection = (next: Correction | undefined): void => open.typing.type(correctionForm, writeCorrection(next));
  const enter = ({ text: entered, kind: of, at }: Typing, corrects?: string): void =>
    open.log.add({ entry: crypto.randomUUID(), text: entered, kind: of, at: at ?? thisMinute(), ...(corrects === undefined ? {} : { corrects }) });
  const takeBack = (entry: string): void => {
    const back = open.log.takeBack(entry);
    if (!back) return;
    setQuick({ text: [quick.text, back.text].filter(Boolean).join('\n'), kind: back.kind, at: back.at });
    focusField(quickField);
  };

  const filter = (
    <div className={styles.filter}>
      <Tag isPlain>{say('dossier.logCount', { count: rows.length })}</Tag>
      <TextField label={say('dossier.logFind')} isLabelHidden placeholder={say('dossier.logFind')} value={text} onChange={setText} />
      <Select
        label={say('dossier.logKinds')}
        isLabelHidden
        options={[{ value: allKinds, label: say('dossier.logAllKinds') }, ...kinds.map((one) => ({ value: one, label: say(`dossier.kind.${one}`) }))]}
        value={kind ?? allKinds}
        onChange={(next) => setKind(isKind(next) ? next : undefined)}
      />
    </div>
  );
  return (
    <Panel title={say('dossier.log')} aside={rows.length > 0 ? filter : undefined} scrolls>
      {!isReadOnly && kinds.map((one, index) => (
        <Shortcut
          key={one}
          keys={`Alt+${index + 1}`}
          label={say('dossier.kindKey', { kind: say(`dossier.kind.${one}`) })}
          run={() => (correction ? setCorrection({ ...correction, kind: one }) : setQuick({ ...quick, kind: one }))}
        />
      ))}
      {!isReadOnly && (
        <div className={styles.quick}>
          <Shortcut keys="Alt+J" label={say('dossier.keyLog')} run={() => void focusField(quickField)} />
          <Shortcut keys="Alt+T" label={say('dossier.keyTime')} run={() => setQuick({ ...quick, at: quick.at === null ? thisMinute() : null })} />
          <EntryForm
            id={quickField}
            typing={quick}
            onChange={setQuick}
            onSubmit={(entry) => {
              enter(entry);
              setQuick(nothingTyped);
              focusField(quickField);
            }}
            label={say('dossier.entryText')}
            isLabelHidden
            help={say('dossier.entryHelp')}
            placeholder={say('dossier.entryPlaceholder')}
            submitLabel={say('dossier.entryAdd')}
          />
        </div>
      )}
      {waiting.length > 0 && <WaitingList waiting={waiting} onTakeBack={isReadOnly ? undefined : takeBack} onRetry={() => void open.log.flush()} />}
      {rows.length === 0 ? (
        waiting.length === 0 && <p className={styles.none}>{say(isReadOnly ? 'dossier.logNone' : 'dossier.logEmpty')}</p>
      ) : shown.length === 0 ? (
        <p className={styles.none}>{say('dossier.logNothing')}</p>
      ) : (
        <LogList
          rows={shown}
          correction={isReadOnly ? undefined : correction}
          onCorrect={isReadOnly ? undefined : (entry) => setCorrection({ corrects: entry.id, text: entry.text, kind: entry.kind, at: entry.at })}
          onCorrection={setCorrection}
          onCorrected={({ corrects, ...entry }) => {
            enter(entry, corrects);
            setCorrection(undefined);
            focusField(quickField);
          }}
        />
      )}
    </Panel>
  );
}

function Shortcut(shortcut: { readonly keys: string; readonly label: string; readonly run: () => void }): null {
  useShortcut(shortcut);
  return null;
}

/** Says each entry when it is on the disk, not when it was typed. */
function useAnnounced(written: readonly LogEntry[]): void {
  const say = useSay();
  const format = useFormat();
  const heard = useRef(written.length);
  useEffect(() => {
    for (const { kind, at, text } of written.slice(heard.current)) announce(say('dossier.entryAnnounce', { kind: say(`dossier.kind.${kind}`), at: format.dateTime(at), text }));
    heard.current = written.length;
  }, [written, say, format]);
}
