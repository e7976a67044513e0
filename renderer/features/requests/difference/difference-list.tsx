/** The fields that differ. What went and what came is said in words and marked by sign and line; colour only adds to that. */
import type { ReactNode } from 'react';
import type { FieldValues } from '../../../../shared/domain/request.ts';
import type { Template, TemplateField } from '../../../../shared/domain/template.ts';
import type { FieldDifference, ItemChange, WordChange } from '../../../../shared/rules/difference.ts';
import { Tag, classNames, useBilingual, useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import styles from './difference.module.css';
import { useItemText, useSideText } from './side-text.ts';

interface ListProps {
  readonly differences: readonly FieldDifference[];
  readonly template: Template;
  readonly reference: ReferenceIndex;
  readonly before: FieldValues;
  readonly after: FieldValues;
}

const tones = { added: 'ok', removed: 'bad', changed: 'warn', same: 'neutral' } as const;
const names = { added: 'depth.added', removed: 'depth.removed', changed: 'depth.changed', same: 'depth.unchanged' } as const;

export function DifferenceList({ differences, ...rest }: ListProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const fields = new Map(rest.template.sections.flatMap((section) => section.fields.map((field) => [field.id, field] as const)));
  return (
    <ul className={styles.list}>
      {differences.map((one) => (
        <li key={one.field} className={styles.field}>
          <h3>
            {one.label ? bilingual(one.label) : one.field}{' '}
            <Tag tone={tones[one.kind]} isPlain>
              {say(names[one.kind])}
            </Tag>
          </h3>
          <Inside {...rest} one={one} field={fields.get(one.field)} />
        </li>
      ))}
    </ul>
  );
}

type InsideProps = Omit<ListProps, 'differences'> & { readonly one: FieldDifference; readonly field: TemplateField | undefined };

function Inside({ one, field, reference, before, after }: InsideProps): ReactNode {
  const sideText = useSideText(reference);
  if (one.words) return <Words words={one.words} />;
  if (one.items) return <Items items={one.items} reference={reference} />;
  return (
    <dl className={styles.sides}>
      <Side which="before" text={field ? sideText(field, before) : []} />
      <Side which="after" text={field ? sideText(field, after) : []} />
    </dl>
  );
}

function Side({ which, text }: { readonly which: 'before' | 'after'; readonly text: readonly string[] }): ReactNode {
  const say = useSay();
  return (
    <div className={styles[which]}>
      <dt>{say(which === 'before' ? 'depth.compareBefore' : 'depth.compareAfter')}</dt>
      <dd>{text.length === 0 ? <span className={styles.quiet}>{say('depth.empty')}</span> : text.map((line, index) => <p key={index}>{line}</p>)}</dd>
    </div>
  );
}

/** Words of one kind that stand together are read as one. */
function Words({ words }: { readonly words: readonly WordChange[] }): ReactNode {
  const say = useSay();
  const runs: { kind: WordChange['kind']; text: string }[] = [];
  for (const { kind, item } of words) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += item;
    else runs.push({ kind, text: item });
  }
  return (
    <p className={styles.words}>
      {runs.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={index} className={styles[kind]}>
            <span className="visually-hidden"> {say(kind === 'added' ? 'depth.wordAdded' : 'depth.wordRemoved')} </span>
            {text.trimEnd()}
            <span className="visually-hidden"> {say('depth.wordEnd')}; </span>
            {text.slice(text.trimEnd().length)}
          </Mark>
        );
      })}
    </p>
  );
}

function Items({ items, reference }: { readonly items: readonly ItemChange[]; readonly reference: ReferenceIndex }): ReactNode {
  const say = useSay();
  const itemText = useItemText(reference);
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <Tag tone={tones[item.kind]} isPlain>
            {say(names[item.kind])}
          </Tag>
          {item.kind === 'changed' ? (
            <dl className={styles.sides}>
              <Side which="before" text={[itemText(item.before)]} />
              <Side which="after" text={[itemText(item.after)]} />
            </dl>
          ) : (
            <span className={classNames(item.kind === 'removed' && styles.gone)}>{itemText(item.after ?? item.before)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
