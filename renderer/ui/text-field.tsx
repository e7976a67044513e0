/** Fields to type in: one line, several lines, a number. */
import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classNames } from './class-names.ts';
import { FieldFoot, FieldFrame, FieldHead, type FieldProps, ariaFieldProps, fieldStyles as styles } from './field.tsx';
import { MinusIcon, PlusIcon } from './icons.tsx';
import areaStyles from './text-field.module.css';

export interface TextFieldProps extends FieldProps<string> {
  readonly placeholder?: string;
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'password' | 'email' | 'tel'>;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly maxLength?: number;
  readonly spellCheck?: boolean;
  readonly name?: string;
}

/** One line of text; empty is ''. */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, onChange, placeholder, type = 'text', autoComplete = 'off', maxLength, spellCheck, name } = props;
  return (
    <FieldFrame id={props.id}>
      <AriaTextField
        {...ariaFieldProps(props)}
        className={styles.field ?? ''}
        value={value}
        onChange={onChange}
        type={type}
        autoComplete={autoComplete}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(spellCheck === undefined ? {} : { spellCheck: spellCheck ? 'true' : 'false' })}
        {...(name === undefined ? {} : { name })}
      >
        <FieldHead {...props} />
        <Input className={styles.control ?? ''} {...(placeholder === undefined ? {} : { placeholder })} />
        <FieldFoot error={props.error} />
      </AriaTextField>
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps<string> {
  readonly placeholder?: string;
  /** lines that are visible when it is empty; it grows with the text */
  readonly rows?: number;
  readonly maxLength?: number;
  readonly spellCheck?: boolean;
}

/** Several lines of text; grows with what is typed, so nothing hides behind a scroll bar. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { value, onChange, placeholder, rows = 3, maxLength, spellCheck } = props;
  return (
    <FieldFrame id={props.id}>
      <AriaTextField
        {...ariaFieldProps(props)}
        className={styles.field ?? ''}
        value={value}
        onChange={onChange}
        {...(maxLength === undefined ? {} : { maxLength })}
        {...(spellCheck === undefined ? {} : { spellCheck: spellCheck ? 'true' : 'false' })}
      >
        <FieldHead {...props} />
        <AriaTextArea rows={rows} {...(placeholder === undefined ? {} : { placeholder })} className={classNames(styles.control, areaStyles.area)} />
        <FieldFoot error={props.error} />
      </AriaTextField>
    </FieldFrame>
  );
}

export interface NumberFieldProps extends FieldProps<number | null> {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  readonly formatOptions?: Intl.NumberFormatOptions;
  /** what is counted, shown behind the number: 'militairen' */
  readonly unit?: string;
}

/** A number in Dutch form (1.200 or 7,5); empty is null. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { value, onChange, minimum, maximum, step, formatOptions, unit } = props;
  return (
    <FieldFrame id={props.id}>
      <AriaNumberField
        {...ariaFieldProps(props)}
        className={styles.field ?? ''}
        value={value ?? Number.NaN}
        onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
        {...(minimum === undefined ? {} : { minValue: minimum })}
        {...(maximum === undefined ? {} : { maxValue: maximum })}
        {...(step === undefined ? {} : { step })}
        {...(formatOptions === undefined ? {} : { formatOptions })}
      >
        <FieldHead {...props} />
        <Group className={classNames(styles.control, styles.group)}>
          <Input className={styles.groupInput ?? ''} />
          {unit === undefined ? null : <span className={areaStyles.unit}>{unit}</span>}
          <Button slot="decrement" className={styles.groupButton ?? ''}>
            <MinusIcon size={14} />
          </Button>
          <Button slot="increment" className={styles.groupButton ?? ''}>
            <PlusIcon size={14} />
          </Button>
        </Group>
        <FieldFoot error={props.error} />
      </AriaNumberField>
    </FieldFrame>
  );
}
