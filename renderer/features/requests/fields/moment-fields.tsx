/** A moment, and a period with its begin, end and the hours that really pass between them. */
import type { ReactNode } from 'react';
import type { Period } from '../../../../shared/domain/request.ts';
import { hoursBetween, moment } from '../../../../shared/domain/moment.ts';
import { DateTimeField, type Say, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FieldGroup } from './field-group.tsx';
import { type FieldEditorProps, useFieldProps } from './field-props.ts';
import styles from './fields.module.css';
import { asChoice, asPeriod, withPart } from './narrow.ts';

export function DateTimeEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  return <DateTimeField {...useFieldProps(props)} value={asMoment(asChoice(props.value) ?? undefined)} onChange={(at) => draft.change({ [props.field.id]: at })} />;
}

export function PeriodEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  const say = useSay();
  const part = useFieldProps(props);
  const period = asPeriod(props.value);
  const set = (key: keyof Period, at: string | null): void => draft.change({ [props.field.id]: withPart(period, key, at) });
  const duration = durationText(period, say);
  return (
    <FieldGroup part={part} aside={duration === undefined ? null : <output className={styles.duration}>{duration}</output>}>
      <div className={styles.pair}>
        <DateTimeField label={say('request.periodStart')} value={asMoment(period.start)} onChange={(at) => set('start', at)} />
        <DateTimeField label={say('request.periodEnd')} value={asMoment(period.end)} onChange={(at) => set('end', at)} startsAt={asMoment(period.start) ?? undefined} />
      </div>
    </FieldGroup>
  );
}

/** The date part throws on a moment that is none; such a value shows as empty. */
const asMoment = (text: string | undefined): string | null => (moment(text) ? (text ?? null) : null);

/** '24 uur', and from three days on '3 dagen en 4 uur'; nothing without both ends. */
export function durationText(period: Period, say: Say): string | undefined {
  const [start, end] = [moment(period.start), moment(period.end)];
  if (!start || !end) return undefined;
  const hours = hoursBetween(start, end);
  if (hours <= 0) return say('request.durationBackwards');
  if (hours < 72) return say('request.durationHours', { hours });
  return say('request.durationDays', { days: Math.floor(hours / 24), hours: Math.round(hours % 24) });
}
