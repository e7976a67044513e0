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
  const say = useSay();
  const runs: { kind: WordChange['kind']; text: string }[] = [];
  for (const { kind, item } of words) {
    if (cameOnly && kind === 'removed') continue;
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += item;
    else runs.push({ kind, text: item });
  }
  return (
    <p className={styles.words}>
      {runs.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Mark = kind === 'added' ? (cameOnly ? 'mark' : 'ins') : 'del';
        return (
          <Mark key={index} className={cameOnly ? undefined : styles[kind]}>
            {!cameOnly && <span className="visually-hidden"> {say(kind === 'added' ? 'changes.wordAdded' : 'changes.wordRemoved')} </span>}
            {text.trimEnd()}
            {!cameOnly && <span className="visually-hidden"> {say('changes.wordEnd')}; </span>}
            {text.slice(text.trimEnd().length)}
          </Mark>
        );
      })}
    </p>
  );
}
