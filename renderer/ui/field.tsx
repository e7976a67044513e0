/** What every field part has in common: label above, help under it, then the control, then the error. */
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { StopIcon } from './icons.tsx';
import { useSay } from './say.ts';

export interface FieldProps<V> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** what is wrong, in words; shown and read out with the field */
  readonly error?: string | undefined;
  /** id of the element around the field, for `focusField` */
  readonly id?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** keeps the label for screen readers only, where a column head says it already */
  readonly isLabelHidden?: boolean | undefined;
}

/** What goes from our props to the React Aria part, without keys that are undefined. */
export function ariaFieldProps(props: Omit<FieldProps<never>, 'value' | 'onChange'>): {
  isRequired: boolean;
  isDisabled: boolean;
  isReadOnly: boolean;
  isInvalid: boolean;
  autoFocus: boolean;
  validationBehavior: 'aria';
  onBlur: () => void;
} {
  return {
    isRequired: props.isRequired ?? false,
    isDisabled: props.isDisabled ?? false,
    isReadOnly: props.isReadOnly ?? false,
    isInvalid: props.error !== undefined,
    autoFocus: props.autoFocus ?? false,
    validationBehavior: 'aria',
    onBlur: () => props.onBlur?.(),
  };
}

export function FieldFrame({ id, children }: { readonly id?: string | undefined; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles.frame} {...(id === undefined ? {} : { id })}>
      {children}
    </div>
  );
}

type HeadProps = Pick<FieldProps<never>, 'label' | 'help' | 'isRequired' | 'isLabelHidden'>;

export function FieldHead({ label, help, isRequired, isLabelHidden }: HeadProps): ReactNode {
  const say = useSay();
  return (
    <>
      <Label className={classNames(styles.label, isLabelHidden && 'visually-hidden')}>
        {label}
        {/* the field itself says it to screen readers */}
        {isRequired && (
          <span aria-hidden="true" className={styles.required}>
            {' '}
            {say('frame.ui.required')}
          </span>
        )}
      </Label>
      {help === undefined ? null : (
        <Text slot="description" className={styles.help ?? ''}>
          {help}
        </Text>
      )}
    </>
  );
}

export function FieldFoot({ error }: { readonly error?: string | undefined }): ReactNode {
  return (
    <FieldError className={styles.error ?? ''}>
      <StopIcon size={14} />
      {error}
    </FieldError>
  );
}

export { styles as fieldStyles };

/** Moves focus to the field with this id and brings it into view. False when no such field is on the page. */
export function focusField(id: string): boolean {
  const frame = document.getElementById(id);
  if (!frame) return false;
  const controls = 'input:not([type=hidden]):not([disabled]),textarea,[role=spinbutton],button:not([disabled]),select,[tabindex="0"]';
  const target = frame.matches(controls) ? frame : [...frame.querySelectorAll<HTMLElement>(controls)].find((control) => control.closest('[aria-hidden=true]') === null);
  frame.scrollIntoView({ block: 'center' });
  (target ?? frame).focus({ preventScroll: true });
  return true;
}
