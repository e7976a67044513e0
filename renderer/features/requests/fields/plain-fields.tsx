/** The fields that hold one value: text, choice, yes or no, number, moment, region. */
import type { ReactNode } from 'react';
import { ComboBox, NumberField, RadioGroup, Select, TextArea, TextField, useBilingual, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { asChoice, asNumber, asText, asYesNo } from './narrow.ts';
import { type FieldEditorProps, useFieldProps } from './field-props.ts';

/** up to this many options all stand in view; more open as a list */
const optionsInView = 4;
const lineLength = 500;

export function TextEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  return <TextField {...useFieldProps(props)} value={asText(props.value)} onChange={(text) => draft.type(props.field.id, text)} maxLength={lineLength} />;
}

export function LongTextEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  return <TextArea {...useFieldProps(props)} value={asText(props.value)} onChange={(text) => draft.type(props.field.id, text)} maxLength={50_000} />;
}

export function ChoiceEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  const bilingual = useBilingual();
  const common = { ...useFieldProps(props), value: asChoice(props.value), onChange: (chosen: string | null) => draft.change({ [props.field.id]: chosen }) };
  const options = (props.field.options ?? []).map((option) => ({ value: option.value, label: bilingual(option.label) }));
  return options.length <= optionsInView ? <RadioGroup {...common} options={options} orientation="horizontal" /> : <Select {...common} options={options} />;
}

export function YesNoEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  const say = useSay();
  const value = asYesNo(props.value);
  const options = [
    { value: 'true', label: say('request.yes') },
    { value: 'false', label: say('request.no') },
  ];
  return (
    <RadioGroup
      {...useFieldProps(props)}
      options={options}
      orientation="horizontal"
      value={value === undefined ? null : String(value)}
      onChange={(chosen) => draft.change({ [props.field.id]: chosen === null ? null : chosen === 'true' })}
    />
  );
}

export function NumberEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  const bilingual = useBilingual();
  const { unit } = props.field;
  return <NumberField {...useFieldProps(props)} {...(unit ? { unit: bilingual(unit) } : {})} value={asNumber(props.value)} onChange={(number) => draft.type(props.field.id, number)} />;
}

export function RegionEditor(props: FieldEditorProps): ReactNode {
  const { draft, reference } = useEditor();
  const say = useSay();
  const options = reference.regionList.map((region) => ({ value: region.code, label: region.name, description: region.code }));
  return <ComboBox {...useFieldProps(props)} options={options} placeholder={say('request.regionChoose')} value={asChoice(props.value)} onChange={(code) => draft.change({ [props.field.id]: code })} />;
}

