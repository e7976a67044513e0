/** A card or an invitation as it comes in: a file that somebody gave, or words that somebody reads aloud. */
import { type ReactNode, useState } from 'react';
import { type Spoken, heard, spokenLength } from '../../../shared/domain/spoken-words.ts';
import { refreshExchange } from '../../app/exchange-state.ts';
import { Banner, Button, ErrorState, type Say, errorWords, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './spaces.module.css';
import { SpokenField } from './spoken.tsx';
import { useRun } from '../../app/use-run.ts';

export interface GivenFile {
  readonly name: string;
  readonly text: string;
}

export interface FileOrWordsProps {
  readonly id: string;
  readonly what: Spoken;
  readonly label: string;
  readonly help: string;
  readonly words: string;
  readonly onWords: (text: string) => void;
  readonly file: GivenFile | undefined;
  readonly onFile: (file: GivenFile | undefined) => void;
  readonly error: string | undefined;
}

export function FileOrWords({ id, what, label, help, words, onWords, file, onFile, error }: FileOrWordsProps): ReactNode {
  const say = useSay();
  const { run, busy, error: failed } = useRun('exchange.readFile');
  /** of a file that was something else */
  const [told, setTold] = useState<{ readonly text: string; readonly tone: 'info' | 'warn' }>();
  const open = async (): Promise<void> => {
    setTold(undefined);
    const read = await run({});
    if (!read || read.kind === 'cancelled') return;
    if (read.kind === 'bundle') {
      setTold({ tone: 'info', text: say('spaces.file.bundle', { name: read.name, taken: read.report.taken, known: read.report.known }) });
      void refreshExchange();
    } else if (read.kind === what) onFile({ name: read.name, text: read.text });
    else setTold({ tone: 'warn', text: say(what === 'card' ? 'spaces.invite.isInvitation' : 'spaces.join.isCard', { name: read.name }) });
  };
  return (
    <div className={flow.stack}>
      <div className={flow.row}>
        <Button isPending={busy} onPress={() => void open()}>
          {say('spaces.file.open')}
        </Button>
        {file && (
          <>
            <strong className={styles.name}>{say('spaces.file.opened', { name: file.name })}</strong>
            <Button variant="quiet" size="small" onPress={() => onFile(undefined)}>
              {say('spaces.file.away')}
            </Button>
          </>
        )}
      </div>
      {told !== undefined && (
        <Banner tone={told.tone} role="alert">
          <p>{told.text}</p>
        </Banner>
      )}
      {failed && <ErrorState error={failed} />}
      {!file && <SpokenField id={id} what={what} label={label} help={help} value={words} onChange={onWords} error={error} />}
      {file && error !== undefined && (
        <Banner tone="error" role="alert">
          <p>{error}</p>
        </Banner>
      )}
    </div>
  );
}

/** The text to read: that of the file, or the words when all of them are there. */
export function toRead(what: Spoken, words: string, file: GivenFile | undefined): string | undefined {
  if (file) return file.text;
  return heard(words, what).state === 'complete' ? words : undefined;
}

/** Why there is nothing to read yet, for who presses on; nothing while the field says by itself which word is wrong. */
export function whyNothing(what: Spoken, words: string, say: Say): string | undefined {
  const { state, count, needed } = heard(words, what);
  if (what === 'card' && count === spokenLength.invitation) return say('spaces.invite.wordsAreInvitation');
  if (what === 'invitation' && count === spokenLength.card) return say('spaces.join.wordsAreCard');
  if (state === 'empty') return say(what === 'card' ? 'spaces.invite.missing' : 'spaces.join.missing');
  return state === 'going' ? say('spaces.words.tooFew', { count, needed }) : undefined;
}

/** The words of an error where one line must do. */
export function errorLine(error: Parameters<typeof errorWords>[0], say: Say): string {
  const { happened, todo } = errorWords(error, say);
  return `${happened} ${todo}`;
}
