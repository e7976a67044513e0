/** A field that has parts of its own: one label and help above, the parts beside or under each other. */
import { type ReactNode, useId } from 'react';
import { StopIcon, useSay } from '../../../ui/index.ts';
import type { PartProps } from './field-props.ts';
import { classNames } from '../../../ui/class-names.ts';
import fieldStyles from '../../../ui/field.module.css';
import styles from './fields.module.css';

export function FieldGroup({ part, children, aside }: { readonly part: PartProps; readonly children: ReactNode; readonly aside?: ReactNode }): ReactNode {
  const say = useSay();
  const labelId = useId();
  const helpId = useId();
  const errorId = useId();
  const described = [part.help && helpId, part.error && errorId].filter(Boolean).join(' ');
  return (
    <fieldset id={part.id} aria-labelledby={labelId} {...(described ? { 'aria-describedby': described } : {})} className={styles.group}>
      <div className={styles.groupHead}>
        <span id={labelId} className={styles.groupLabel}>
          {part.label}
          {part.isRequired && <span className={fieldStyles.required}> {say('frame.ui.required')}</span>}
        </span>
        {aside}
      </div>
      {part.help === undefined ? null : (
        <p id={helpId} className={classNames(fieldStyles.help, styles.help)}>
          {part.help}
        </p>
      )}
      {children}
      {part.error === undefined ? null : (
        <p id={errorId} className={fieldStyles.error}>
          <StopIcon size={14} /> {part.error}
        </p>
      )}
    </fieldset>
  );
}
