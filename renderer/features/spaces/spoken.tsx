/** Words that are read aloud: shown in numbered lines, and typed over with a word on each mistake as it is made. */
import { type ReactNode, useEffect, useRef } from 'react';
import { type Heard, type Spoken, heard, inLines, wordsInLine } from '../../../shared/domain/spoken-words.ts';
import { link } from '../../link/index.ts';
import { Button, CopyIcon, type Say, TextArea, announce, errorWords, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './spaces.module.css';

export function SpokenWords({ words }: { readonly words: readonly string[] }): ReactNode {
  const say = useSay();
  const copy = async (): Promise<void> => {
    const copied = await link.call('clipboard.copy', { text: words.join(' ') });
    notify(copied.ok ? { tone: 'ok', text: say('spaces.words.copied') } : { tone: 'error', text: errorWords(copied.error, say).happened });
  };
  return (
    <section className={flow.tight} aria-label={say('spaces.words')}>
      <h3>{say('spaces.words')}</h3>
      <p className={flow.light}>{say('spaces.words.help')}</p>
      <ol className={styles.lines}>
        {inLines(words).map(({ from, words: line }) => (
          <li key={from} className={styles.line}>
            {line.map((word, index) => (
              <span key={index}>{word} </span>
            ))}
          </li>
        ))}
      </ol>
      <div>
        <Button size="small" icon={<CopyIcon size={12} />} onPress={() => void copy()}>
          {say('spaces.words.copy')}
        </Button>
      </div>
    </section>
  );
}

export interface SpokenFieldProps {
  readonly id: string;
  readonly what: Spoken;
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** what is wrong beside the words themselves */
  readonly error: string | undefined;
}

export function SpokenField({ id, what, label, help, value, onChange, error }: SpokenFieldProps): ReactNode {
  const say = useSay();
  const going = heard(value, what);
  const wrong = wrongWords(going, say);
  const told = useRef(going.state);
  useEffect(() => {
    if (told.current === going.state) return;
    told.current = going.state;
    if (going.state === 'complete') announce(say('spaces.words.complete', { needed: going.needed }));
    if (going.state === 'wrong' || going.state === 'tooMany') announce(wrongWords(going, say) ?? '');
  });
  return (
    <div className={flow.stack}>
      <TextArea id={id} label={label} help={help} value={value} onChange={onChange} rows={4} spellCheck={false} autoFocus error={wrong ?? error} />
      {going.state === 'going' && (
        <p className={flow.light}>
          {say('spaces.words.going', { count: going.count, needed: going.needed, line: Math.floor(going.count / wordsInLine) + 1, word: (going.count % wordsInLine) + 1 })}
        </p>
      )}
      {going.state === 'complete' && <p className={flow.light}>{say('spaces.words.complete', { needed: going.needed })}</p>}
    </div>
  );
}

function wrongWords({ state, wrong, count, needed }: Heard, say: Say): string | undefined {
  if (state === 'wrong' && wrong) return say('spaces.words.wrongOne', { number: wrong.number, word: wrong.word });
  return state === 'tooMany' ? say('spaces.words.tooMany', { count, needed }) : undefined;
}
