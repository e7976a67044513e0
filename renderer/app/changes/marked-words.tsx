/** A text with the words that went and the words that came. */
import type { ReactNode } from 'react';
import type { WordChange } from '../../../shared/rules/difference.ts';
import { useSay } from '../../ui/say.ts';
import styles from './changes.module.css';

export interface MarkedWordsProps {
  readonly words: readonly WordChange[];
  /** only what came: for a value that is too short to need what went */
  readonly cameOnly?: boolean;
}

/** Words of one kind that stand together are read as one. */
export function MarkedWords({ words, cameOnly = false }: MarkedWordsProps): ReactNode {
  const runs: { kind: WordChange['kind']; text: string }[] = [];
  for (const { kind, item } of words) {
    if (cameOnly && kind === 'removed') continue;
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += item;
    else runs.push({ kind, text: item });
  }
  return (
    <p className={styles.words}>
      {runs.map(({ kind, text }, index) => (
        <Run key={index} kind={kind} text={text} cameOnly={cameOnly} />
      ))}
    </p>
  );
}

/** The white space behind it is no part of what went or came. */
function Run({ kind, text, cameOnly }: { readonly kind: WordChange['kind']; readonly text: string; readonly cameOnly: boolean }): ReactNode {
  const say = useSay();
  if (kind === 'same') return text;
  const words = text.trimEnd();
  const behind = text.slice(words.length);
  if (cameOnly) {
    return (
      <>
        <mark>{words}</mark>
        {behind}
      </>
    );
  }
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <>
      <Mark className={styles[kind]}>
        <span className="visually-hidden"> {say(kind === 'added' ? 'changes.wordAdded' : 'changes.wordRemoved')} </span>
        {words}
        <span className="visually-hidden"> {say('changes.wordEnd')}; </span>
      </Mark>
      {behind === '' ? ' ' : behind}
    </>
  );
}
