/** A moment, typed as dd-mm-jjjj uu:mm. The value is our zoned string (shared/domain/basics.ts), always in the zone of the Netherlands. */
import { type ZonedDateTime, now, parseZonedDateTime } from '@internationalized/date';
import { type ClipboardEvent, type ReactNode, useRef, useState } from 'react';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import dateStyles from './date-time-field.module.css';
import { FieldFoot, FieldFrame, FieldHead, type FieldProps, ariaFieldProps, fieldStyles as styles } from './field.tsx';
import { type Say, useSay } from './say.ts';
import { amsterdam, momentFromText, otherReading, zoneName } from './zoned.ts';

export interface DateTimeFieldProps extends FieldProps<string | null> {
  /** zoned moment whose date the parts start from when the field is empty and the person steps with the arrow keys */
  readonly startsAt?: string | undefined;
  /** what stands in the field when the person leaves it half typed, as it shows; '' when it is whole or empty */
  readonly onHalf?: (shown: string) => void;
}

/** Empty is null. A half-typed moment is no value; it stays in the field until it is whole or cleared, and the field says so when it is left. */
export function DateTimeField(props: DateTimeFieldProps): ReactNode {
  const say = useSay();
  const { value, onChange, startsAt, onHalf } = props;
  // What stands in the field: also a year of which only '20' is typed yet, which is no value to report.
  const [draft, setDraft] = useState<Draft>(() => ({ of: value, moment: read(value) }));
  if (draft.of !== value) setDraft({ of: value, moment: read(value) });
  const { moment } = draft;
  const [hasLeft, setLeft] = useState(false);
  const [isPart, setPart] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const isHalf = moment !== null && !isWhole(moment);
  const error = props.error ?? (isHalf && hasLeft ? say('frame.ui.yearInFour') : isPart && hasLeft ? say('frame.ui.momentHalf') : undefined);
  const twice = moment === null || isHalf ? null : otherReading(moment);
  // React Aria keeps half-typed parts; a new key empties them when the field is cleared by our own button.
  const [generation, setGeneration] = useState(0);
  const [today] = useState(() => now(amsterdam).set({ hour: 0, minute: 0, second: 0, millisecond: 0 }));

  const take = (next: ZonedDateTime | null): void => {
    const whole = next === null || isWhole(next);
    const text = next === null ? null : write(next);
    setDraft({ of: whole ? text : value, moment: next });
    if (whole && text !== value) onChange(text);
  };

  const paste = (event: ClipboardEvent): void => {
    const pasted = momentFromText(event.clipboardData.getData('text/plain'));
    if (!pasted || props.isReadOnly || props.isDisabled) return;
    event.preventDefault();
    onChange(pasted);
  };

  return (
    <FieldFrame id={props.id}>
      <DateField
        key={generation}
        {...ariaFieldProps({ ...props, error })}
        onFocus={() => setLeft(false)}
        onBlur={() => {
          setLeft(true);
          const half = halfOf(row.current);
          setPart(half !== '');
          onHalf?.(isHalf ? (row.current?.textContent ?? '') : half);
          props.onBlur?.();
        }}
        className={styles.field ?? ''}
        value={moment}
        onChange={take}
        granularity="minute"
        hourCycle={24}
        hideTimeZone
        shouldForceLeadingZeros
        placeholderValue={read(startsAt ?? null) ?? today}
      >
        <FieldHead {...props} />
        <div className={dateStyles.row} onPaste={paste}>
          <DateInput ref={row} className={classNames(styles.control, dateStyles.input)}>
            {(segment) => (
              <DateSegment segment={segment} className={dateStyles.segment ?? ''}>
                {({ type, text, isPlaceholder }) => segmentText(type, text, isPlaceholder, say)}
              </DateSegment>
            )}
          </DateInput>
          <span className={dateStyles.zone}>{moment === null || isHalf ? say('frame.ui.dutchTime') : zoneName(moment)}</span>
          {value !== null && !props.isReadOnly && !props.isDisabled && (
            <Button
              variant="quiet"
              size="small"
              onPress={() => {
                setGeneration(generation + 1);
                setPart(false);
                onChange(null);
              }}
            >
              {say('frame.ui.clear')}
              <span className="visually-hidden"> {props.label}</span>
            </Button>
          )}
        </div>
        {twice !== null && (
          <div className={dateStyles.twice}>
            {say('frame.ui.hourTwice', { zone: zoneName(twice) })}
            <Button variant="quiet" size="small" onPress={() => onChange(write(twice))}>
              {say('frame.ui.hourOther', { zone: zoneName(twice) })}
            </Button>
          </div>
        )}
        <FieldFoot error={error} />
      </DateField>
    </FieldFrame>
  );
}

/** As it shows, when some parts are typed and others are not; the library tells of a moment only when all of it stands there. */
function halfOf(row: HTMLElement | null): string {
  const parts = [...(row?.querySelectorAll('[data-type]:not([data-type=literal])') ?? [])];
  const open = parts.filter((part) => part.hasAttribute('data-placeholder')).length;
  return open > 0 && open < parts.length ? (row?.textContent ?? '') : '';
}

/** dd-mm-jjjj uu:mm: hours and minutes ask for their letters too, and date and time stand apart by a space alone. */
function segmentText(type: string, text: string, isPlaceholder: boolean, say: Say): string {
  if (isPlaceholder && type === 'hour') return say('frame.ui.hourLetters');
  if (isPlaceholder && type === 'minute') return say('frame.ui.minuteLetters');
  return type === 'literal' ? text.replaceAll(/[\u2066-\u2069]/g, '').replace(/^,\s*/, ' ') : text;
}

interface Draft {
  /** the value of the field that this stands for */
  readonly of: string | null;
  readonly moment: ZonedDateTime | null;
}

/** A year of four digits: while one types 2026 the field passes through the years 2, 20 and 202. */
function isWhole(moment: ZonedDateTime): boolean {
  return moment.year >= 1000;
}

/** A value that names no moment shows as an empty field rather than taking the screen down. */
function read(value: string | null): ZonedDateTime | null {
  if (value === null) return null;
  try {
    return parseZonedDateTime(value);
  } catch {
    return null;
  }
}

function write(moment: ZonedDateTime): string {
  return moment.set({ second: 0, millisecond: 0 }).toString();
}
