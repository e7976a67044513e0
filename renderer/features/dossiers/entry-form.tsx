/** The form of one log entry: kind, text, and the moment when it was not now. Enter in the text adds it. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { logEntryKinds } from '../../../shared/domain/choices.ts';
import { thisMinute } from '../../app/this-minute.ts';
import { Button, DateTimeField, Select, TextArea, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './log.module.css';
import type { Typing } from './open-dossiers.ts';
import { isKind } from './typing.ts';

export const kinds = logEntryKinds;
const longestText = 10_000;

export interface EntryFormProps {
  readonly typing: Typing;
  readonly onChange: (typing: Typing) => void;
  /** gets the text without spaces around it, never empty */
  readonly onSubmit: (typing: Typing) => void;
  readonly onCancel?: () => void;
  readonly id?: string;
  readonly label: string;
  /** the heading above says it already */
  readonly isLabelHidden?: boolean;
  readonly help: string;
  readonly placeholder?: string;
  readonly submitLabel: string;
  readonly cancelLabel?: string;
}

export function EntryForm({ typing, onChange, onSubmit, onCancel, id, label, isLabelHidden = false, help, placeholder, submitLabel, cancelLabel }: EntryFormProps): ReactNode {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const isTimeMissing = typing.at === '';
  const isTooLong = typing.text.trim().length > longestText;

  const submit = (): void => {
    const text = typing.text.trim();
    if (text === '' || isTooLong) return;
    setAsked(isTimeMissing);
    if (!isTimeMissing) onSubmit({ ...typing, text });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      onCancel();
    }
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.nativeEvent.isComposing;
    if (!isPlainEnter || !(event.target instanceof HTMLTextAreaElement)) return;
    event.preventDefault();
    submit();
  };

  return (
    // The keys of the fields inside: a form of its own would let Enter in the list of kinds add the entry.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={flow.tight} onKeyDownCapture={onKey}>
      <div className={styles.text}>
        <TextArea
          {...(id === undefined ? {} : { id })}
          autoFocus
          label={label}
          isLabelHidden={isLabelHidden}
          rows={1}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={typing.text}
          onChange={(text) => onChange({ ...typing, text })}
          error={isTooLong ? say('dossier.entryTooLong') : undefined}
        />
      </div>
      {typing.at !== null && (
        <div className={styles.moment}>
          <DateTimeField
            label={say('dossier.entryAt')}
            value={typing.at === '' ? null : typing.at}
            onChange={(at) => onChange({ ...typing, at: at ?? '' })}
            error={asked && isTimeMissing ? say('dossier.entryTimeMissing') : undefined}
          />
        </div>
      )}
      <div className={flow.row}>
        <div className={styles.kind}>
          <Select
            label={say('dossier.entryKind')}
            isLabelHidden
            options={kinds.map((kind) => ({ value: kind, label: say(`dossier.kind.${kind}`) }))}
            value={typing.kind}
            onChange={(kind) => isKind(kind) && onChange({ ...typing, kind })}
          />
        </div>
        <Button variant="quiet" aria-expanded={typing.at !== null} onPress={() => onChange({ ...typing, at: typing.at === null ? thisMinute() : null })}>
          {say(typing.at === null ? 'dossier.entryTime' : 'dossier.entryTimeNow')}
        </Button>
        <span className={styles.help}>{help}</span>
        <span className={styles.buttons}>
          {onCancel && cancelLabel !== undefined && <Button onPress={onCancel}>{cancelLabel}</Button>}
          <Button variant={onCancel ? 'plain' : 'primary'} onPress={submit} isDisabled={typing.text.trim() === ''}>
            {submitLabel}
          </Button>
        </span>
      </div>
    </div>
  );
}
