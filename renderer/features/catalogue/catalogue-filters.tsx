/** What narrows the list: words, supply class, readiness, the way it is called. */
import type { ReactNode } from 'react';
import { FindField } from '../../app/find-field.tsx';
import { Select, type Option, useSay } from '../../ui/index.ts';
import styles from './catalogue.module.css';
import type { CatalogueFilter } from './filter.ts';

const classes = ['structural', 'guaranteed', 'incidental'] as const;
const readinessStates = ['ready', 'notDemonstrable', 'unknown', 'notReported'] as const;
const ways = ['request', 'directAlarm'] as const;
const any = 'any';

export interface CatalogueFiltersProps {
  readonly filter: CatalogueFilter;
  readonly onChange: (filter: CatalogueFilter) => void;
  /** how many the list shows */
  readonly count: number;
}

export function CatalogueFilters({ filter, onChange, count }: CatalogueFiltersProps): ReactNode {
  const say = useSay();
  const choices = <T extends string>(all: string, values: readonly T[], word: (value: T) => string): readonly Option[] => [{ value: any, label: all }, ...values.map((value) => ({ value, label: word(value) }))];
  return (
    <div className={styles.find}>
      <FindField label={say('catalogue.find')} isLabelInside value={filter.words} onFind={(words) => onChange({ ...filter, words })} />
      <output className={styles.count}>{say('catalogue.count', { count })}</output>
      <div className={styles.selects}>
        <Select
          label={say('catalogue.class')}
          isLabelHidden
          options={choices(say('catalogue.anyClass'), classes, (value) => say(`catalogue.class.${value}`))}
          value={filter.supply ?? any}
          onChange={(value) => onChange({ ...filter, supply: classes.find((known) => known === value) })}
        />
        <Select
          label={say('catalogue.readiness')}
          isLabelHidden
          options={choices(say('catalogue.anyReadiness'), readinessStates, (value) => say(`catalogue.readiness.${value}`))}
          value={filter.readiness ?? any}
          onChange={(value) => onChange({ ...filter, readiness: readinessStates.find((known) => known === value) })}
        />
        <Select
          label={say('catalogue.call')}
          isLabelHidden
          options={choices(say('catalogue.anyCall'), ways, (value) => say(`catalogue.call.${value}`))}
          value={filter.call ?? any}
          onChange={(value) => onChange({ ...filter, call: ways.find((known) => known === value) })}
        />
      </div>
    </div>
  );
}
