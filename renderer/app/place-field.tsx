/**
 * A place found by any spelling. Enter without a choice in the list takes the first hit, so that a name and Enter are enough for a
 * person who knows what to type.
 */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { SearchHit } from '../../shared/domain/search.ts';
import { ComboBox, type Option, useBilingual, useSay } from '../ui/index.ts';
import { type PlaceKind, usePlaceSearch } from './place-search.ts';

export interface PlaceFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly isLabelHidden?: boolean;
  readonly autoFocus?: boolean;
  readonly kinds: readonly PlaceKind[];
  /** code that stands chosen; without it the field empties itself after each choice, for the next one */
  readonly value?: string | null;
  /** codes that are not offered */
  readonly without?: readonly string[];
  /** the code of a municipality or a region; null when the field was emptied */
  readonly onChoose: (code: string | null) => void;
}

const none: readonly string[] = [];

export function PlaceField({ kinds, value, without = none, onChoose, autoFocus = false, label, help, placeholder, isLabelHidden }: PlaceFieldProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { hits, search } = usePlaceSearch(kinds);
  /** a new field for each choice where choices do not stay */
  const [round, setRound] = useState(0);

  const offered = hits.filter((hit) => !without.includes(hit.ref));
  const options = offered.map((hit): Option => ({ value: hit.ref, label: bilingual(hit.title), description: describe(hit) }));
  function describe(hit: SearchHit): string {
    return [bilingual(hit.subtitle), ...(hit.matchedName === undefined ? [] : [say('request.municipalityNamed', { name: hit.matchedName })])].join(' · ');
  }
  const choose = (code: string | null): void => {
    if (value === undefined) {
      if (code === null) return;
      setRound(round + 1);
      search('');
    }
    onChoose(code);
  };
  const takeFirst = (event: KeyboardEvent): void => {
    const input = event.target;
    const [first] = offered;
    if (event.key !== 'Enter' || event.ctrlKey || !(input instanceof HTMLInputElement) || !first || first.ref === value) return;
    if (input.getAttribute('aria-expanded') !== 'true' || input.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    choose(first.ref);
  };

  return (
    <div onKeyDownCapture={takeFirst}>
      <ComboBox
        key={round}
        label={label}
        {...(help === undefined ? {} : { help })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
        autoFocus={autoFocus || round > 0}
        options={options}
        onSearch={search}
        value={value ?? null}
        onChange={choose}
        emptyText={say('request.placeNothing')}
      />
    </div>
  );
}
