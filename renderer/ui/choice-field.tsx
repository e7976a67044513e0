/** Fields to choose in: a list that opens, a list that narrows as one types, radio buttons, a check, a switch. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import { Text } from 'react-aria-components/Text';
import choiceStyles from './choice-field.module.css';
import { classNames } from './class-names.ts';
import { FieldFoot, FieldFrame, FieldHead, type FieldProps, ariaFieldProps, fieldStyles as styles } from './field.tsx';
import { CheckIcon, ChevronDownIcon, MinusIcon } from './icons.tsx';
import raised from './raised.module.css';
import { useSay } from './say.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean;
}

function OptionItem({ option }: { readonly option: Option }): ReactNode {
  return (
    <ListBoxItem id={option.value} textValue={option.label} isDisabled={option.isDisabled ?? false} className={styles.option ?? ''}>
      {({ isSelected }) => (
        <>
          {isSelected && (
            <span className={styles.tick}>
              <CheckIcon size={14} />
            </span>
          )}
          <Text slot="label">{option.label}</Text>
          {option.description === undefined ? null : (
            <Text slot="description" className={styles.description ?? ''}>
              {option.description}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  );
}

export interface SelectProps extends FieldProps<string | null> {
  readonly options: readonly Option[];
  readonly placeholder?: string;
}

/** One of a short, fixed list; nothing chosen is null. */
export function Select(props: SelectProps): ReactNode {
  const say = useSay();
  const { value, onChange, options, placeholder = say('frame.ui.choose') } = props;
  const { isReadOnly, ...aria } = ariaFieldProps(props);
  return (
    <FieldFrame id={props.id}>
      <AriaSelect {...aria} isDisabled={aria.isDisabled || isReadOnly} className={styles.field ?? ''} value={value} onChange={(next) => onChange(next === null ? null : String(next))} placeholder={placeholder}>
        <FieldHead {...props} />
        <Button className={classNames(styles.control, choiceStyles.trigger)}>
          <SelectValue className={choiceStyles.value ?? ''}>{({ isPlaceholder, selectedText }) => (isPlaceholder ? <span className={choiceStyles.placeholder}>{placeholder}</span> : selectedText)}</SelectValue>
          <ChevronDownIcon />
        </Button>
        <FieldFoot error={props.error} />
        <Popover className={classNames(raised['raised'], styles.popover)}>
          <ListBox className={styles.list ?? ''} items={options.map((option) => ({ ...option, id: option.value }))}>
            {(option) => <OptionItem option={option} />}
          </ListBox>
        </Popover>
      </AriaSelect>
    </FieldFrame>
  );
}

export interface ComboBoxProps extends FieldProps<string | null> {
  /** all options, or those that a search of yours found when `onSearch` is given */
  readonly options: readonly Option[];
  /** called as the person types; the options are then taken as found and not filtered again */
  readonly onSearch?: (text: string) => void;
  readonly placeholder?: string;
  /** shown when nothing fits */
  readonly emptyText?: string;
}

/** One of a long list, found by typing. An option is kept by its value; text that fits no option is dropped on leaving the field. */
export function ComboBox(props: ComboBoxProps): ReactNode {
  const say = useSay();
  const { value, onChange, options, onSearch, placeholder, emptyText = say('frame.ui.nothingFits') } = props;
  const items = options.map((option) => ({ ...option, id: option.value }));
  return (
    <FieldFrame id={props.id}>
      <AriaComboBox
        {...ariaFieldProps(props)}
        className={styles.field ?? ''}
        value={value}
        onChange={(next) => onChange(next === null ? null : String(next))}
        allowsEmptyCollection
        menuTrigger="input"
        {...(onSearch ? { items, onInputChange: onSearch } : { defaultItems: items })}
      >
        <FieldHead {...props} />
        <Group className={classNames(styles.control, styles.group)}>
          <Input className={styles.groupInput ?? ''} {...(placeholder === undefined ? {} : { placeholder })} />
          <Button className={styles.groupButton ?? ''}>
            <ChevronDownIcon />
          </Button>
        </Group>
        <FieldFoot error={props.error} />
        <Popover className={classNames(raised['raised'], styles.popover)}>
          <ListBox<Option & { id: string }> className={styles.list ?? ''} renderEmptyState={() => <p className={styles.none}>{emptyText}</p>}>
            {(option) => <OptionItem option={option} />}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </FieldFrame>
  );
}

export interface RadioGroupProps extends FieldProps<string | null> {
  readonly options: readonly Option[];
  /** under each other; in a row, for two or three; in columns, for many or for long ones */
  readonly orientation?: 'vertical' | 'horizontal' | 'columns';
}

/** One of a few options, or of more in columns, that all deserve to be seen at once. */
export function RadioGroup(props: RadioGroupProps): ReactNode {
  const { value, onChange, options, orientation = 'vertical' } = props;
  const { autoFocus, ...aria } = ariaFieldProps(props);
  return (
    <FieldFrame id={props.id}>
      <AriaRadioGroup {...aria} className={styles.field ?? ''} value={value} onChange={onChange} orientation={orientation === 'vertical' ? 'vertical' : 'horizontal'}>
        <FieldHead {...props} />
        <div className={classNames(choiceStyles.radios, orientation !== 'vertical' && choiceStyles[orientation])}>
          {options.map((option, index) => (
            <RadioField key={option.value} value={option.value} isDisabled={option.isDisabled ?? false} autoFocus={autoFocus && index === 0} className={choiceStyles.radioField ?? ''}>
              <RadioButton className={choiceStyles.choice ?? ''}>
                <span className={choiceStyles.radio} />
                {option.label}
              </RadioButton>
              {option.description === undefined ? null : (
                <Text slot="description" className={classNames(styles.description, choiceStyles.under)}>
                  {option.description}
                </Text>
              )}
            </RadioField>
          ))}
        </div>
        <FieldFoot error={props.error} />
      </AriaRadioGroup>
    </FieldFrame>
  );
}

export interface CheckboxProps extends FieldProps<boolean> {
  readonly isIndeterminate?: boolean;
}

/** Yes or no, where no is a real answer. For three states (yes, no, not answered) take RadioGroup. */
export function Checkbox(props: CheckboxProps): ReactNode {
  const { value, onChange, isIndeterminate = false } = props;
  return (
    <FieldFrame id={props.id}>
      <CheckboxField {...ariaFieldProps(props)} isSelected={value} onChange={onChange} isIndeterminate={isIndeterminate} className={choiceStyles.single ?? ''}>
        <CheckboxButton className={choiceStyles.choice ?? ''}>
          <span className={choiceStyles.box}>{isIndeterminate ? <MinusIcon size={14} /> : <CheckIcon size={14} />}</span>
          <span className={props.isLabelHidden ? 'visually-hidden' : undefined}>{props.label}</span>
        </CheckboxButton>
        <Under help={props.help} />
        <FieldFoot error={props.error} />
      </CheckboxField>
    </FieldFrame>
  );
}

/** A setting that works at once. */
export function Switch(props: FieldProps<boolean>): ReactNode {
  return (
    <FieldFrame id={props.id}>
      <SwitchField {...ariaFieldProps(props)} isSelected={props.value} onChange={props.onChange} className={choiceStyles.single ?? ''}>
        <SwitchButton className={choiceStyles.choice ?? ''}>
          <span className={choiceStyles.track} />
          {props.label}
        </SwitchButton>
        <Under help={props.help} besideTrack />
      </SwitchField>
    </FieldFrame>
  );
}

function Under({ help, besideTrack = false }: { readonly help: string | undefined; readonly besideTrack?: boolean }): ReactNode {
  return help === undefined ? null : (
    <Text slot="description" className={classNames(styles.help, besideTrack ? choiceStyles.underTrack : choiceStyles.under)}>
      {help}
    </Text>
  );
}
