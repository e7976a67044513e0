/** Two to four capabilities side by side. What differs is marked in words, what all share steps back. */
import { type ReactNode, useState } from 'react';
import type { Capability } from '../../../shared/domain/capability.ts';
import { ExerciseTag } from '../../app/exercise-tag.tsx';
import { useFormat } from '../../app/language/index.ts';
import { useReadOnlyView } from '../../app/read-only.tsx';
import { useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { Button, Checkbox, Dialog, Tag, classNames, useBilingual, useSay } from '../../ui/index.ts';
import { comparedRows } from './compare.ts';
import styles from './compare.module.css';
import { isOutdated } from './filter.ts';

export interface CompareDialogProps {
  readonly capabilities: readonly Capability[];
  readonly notes: ReadonlyMap<string, string>;
  readonly onClose: () => void;
  readonly onPut: (capability: Capability) => void;
}

export function CompareDialog({ capabilities, notes, onClose, onPut }: CompareDialogProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const bilingual = useBilingual();
  const { effectById } = useReference();
  const [differencesOnly, setDifferencesOnly] = useState(false);
  const day = today();
  const isReadOnly = useReadOnlyView() !== undefined;
  const rows = comparedRows(capabilities, { say, date, bilingual, effects: effectById, notes }).filter(({ differs }) => differs || !differencesOnly);
  return (
    <Dialog title={say('catalogue.compareTitle', { count: capabilities.length })} size="full" isOpen onClose={onClose}>
      <Checkbox label={say('catalogue.compareDifferences')} value={differencesOnly} onChange={setDifferencesOnly} />
      {/* It scrolls both ways by itself, so the keyboard must be able to come here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.scroll} aria-label={say('catalogue.compareTitle', { count: capabilities.length })} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{say('catalogue.compareFact')}</span>
              </th>
              {capabilities.map((capability) => (
                <th key={capability.id} scope="col" className={styles.name}>
                  <span className={classNames(isOutdated(capability, day) && styles.outdated)}>{bilingual(capability.name)}</span> <ExerciseTag kind="capabilities" id={capability.id} />
                  {isOutdated(capability, day) && <Tag tone="warn">{say('catalogue.outdated', { date: date(capability.validUntil) })}</Tag>}
                  {!isReadOnly && (
                    <Button size="small" onPress={() => onPut(capability)}>
                      {say('catalogue.toRequest')}
                      <span className="visually-hidden"> {bilingual(capability.name)}</span>
                    </Button>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.label} className={classNames(row.differs && styles.differs)}>
                <th scope="row">
                  {say(row.label)} <Tag tone={row.differs ? 'neutral' : 'ok'}>{say(row.differs ? 'catalogue.compareDiffers' : 'catalogue.compareSame')}</Tag>
                </th>
                {row.cells.map((cell, index) => (
                  <td key={capabilities[index]?.id}>
                    {cell.length === 0 ? (
                      <span className={styles.shared}>{say('catalogue.compareNothing')}</span>
                    ) : (
                      <ul>
                        {cell.map(({ text, isShared }) => (
                          <li key={text} className={classNames(isShared && styles.shared)}>
                            {text}
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Dialog>
  );
}
