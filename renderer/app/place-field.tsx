/**
 * A place found by any spelling. Enter without a choice in the list takes the first hit, so that a name and Enter are enough for a
 * person who knows what to type.
 */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { SearchHit } from '../../shared/domain/search.ts';
import { ComboBox, type Option, useBilingual, useSay } from '../ui/index.ts';
import { type PlaceKind, findPlaces, usePlaceSearch } from './place-search.ts';

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

  /** what Enter took, when the list had not come that far */
  const [taken, setTaken] = useState<SearchHit>();
  const offered = hits.filter((hit) => !without.includes(hit.ref));
  // The field shows the name of the chosen option, so that must be among the options.
  const known = taken && taken.ref === value && !offered.some((hit) => hit.ref === taken.ref) ? [...offered, taken] : offered;
  const options = known.map((hit): Option => ({ value: hit.ref, label: bilingual(hit.title), description: describe(hit) }));
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
    if (event.key !== 'Enter' || event.ctrlKey || !(input instanceof HTMLInputElement)) return;
    if (input.getAttribute('aria-expanded') !== 'true' || input.hasAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    // The list may still show the hits of fewer letters: what counts is what stands in the field.
    void findPlaces(input.value, kinds).then((found) => {
      const first = found.find((hit) => !without.includes(hit.ref));
      if (!first) return;
      setTaken(first);
      choose(first.ref);
    });
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
