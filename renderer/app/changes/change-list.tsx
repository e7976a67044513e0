/**
 * Fields that differ between two states of a document of any kind. What went and what came is said in words and marked by sign and line;
 * colour only adds to that.
 */
import type { ReactNode } from 'react';
import { type ValueReading, itemText, valueText } from '../../../shared/document/value-text.ts';
import type { Bilingual } from '../../../shared/domain/basics.ts';
import type { WordChange } from '../../../shared/rules/difference.ts';
import { Tag } from '../../ui/tag.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useBilingual, useSay } from '../../ui/say.ts';
import flow from '../../ui/flow.module.css';
import styles from './changes.module.css';
import { MarkedWords } from './marked-words.tsx';

/** A field that differs, as the rules find it here and as the store tells it. */
export interface ShownChange {
  readonly field: string;
  readonly label?: Bilingual | undefined;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
  readonly words?: readonly WordChange[] | undefined;
  readonly items?: readonly ShownItem[] | undefined;
}

interface ShownItem {
  readonly id: string;
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly before?: unknown;
  readonly after?: unknown;
}

interface ListProps {
  readonly changes: readonly ShownChange[];
  readonly reading: ValueReading;
}

const tones = { added: 'ok', removed: 'bad', changed: 'warn', same: 'neutral' } as const;
const names = { added: 'changes.added', removed: 'changes.removed', changed: 'changes.changed', same: 'changes.unchanged' } as const;

export function ChangeList({ changes, reading }: ListProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  return (
    <ul className={flow.stack}>
      {changes.map((one) => (
        <li key={one.field} className={styles.field}>
          <h3>
            {one.label ? bilingual(one.label) : one.field}{' '}
            <Tag tone={tones[one.kind]} isPlain>
              {say(names[one.kind])}
            </Tag>
          </h3>
          <Inside one={one} reading={reading} />
        </li>
      ))}
    </ul>
  );
}

function Inside({ one, reading }: { readonly one: ShownChange; readonly reading: ValueReading }): ReactNode {
  if (one.words) return <MarkedWords words={one.words} />;
  if (one.items) return <Items items={one.items} reading={reading} />;
  const field = reading.fields.get(one.field);
  return <Sides before={valueText(reading, field, one.before)} after={valueText(reading, field, one.after)} />;
}

function Sides({ before, after }: { readonly before: readonly string[]; readonly after: readonly string[] }): ReactNode {
  return (
    <dl className={styles.sides}>
      <Side which="before" text={before} />
      <Side which="after" text={after} />
    </dl>
  );
}

function Side({ which, text }: { readonly which: 'before' | 'after'; readonly text: readonly string[] }): ReactNode {
  const say = useSay();
  return (
    <div className={styles[which]}>
      <dt>{say(which === 'before' ? 'changes.before' : 'changes.after')}</dt>
      <dd>
        <Lines text={text} />
      </dd>
    </div>
  );
}

/** What a value says; that it is empty is said too. */
export function Lines({ text }: { readonly text: readonly string[] }): ReactNode {
  const say = useSay();
  return text.length === 0 ? <span className={flow.quiet}>{say('changes.empty')}</span> : text.map((line, index) => <p key={index}>{line}</p>);
}

function Items({ items, reading }: { readonly items: readonly ShownItem[]; readonly reading: ValueReading }): ReactNode {
  const say = useSay();
  const text = (item: unknown): string => itemText(reading, item);
  return (
    <ul className={flow.tight}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <Tag tone={tones[item.kind]} isPlain>
            {say(names[item.kind])}
          </Tag>
          {item.kind === 'changed' ? <Sides before={[text(item.before)]} after={[text(item.after)]} /> : <span className={classNames(item.kind === 'removed' && styles.gone)}>{text(item.after ?? item.before)}</span>}
        </li>
      ))}
    </ul>
  );
}
