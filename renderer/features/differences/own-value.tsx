/** A value of one's own for what stands open, typed with the input that the field itself has. */
import { type ComponentType, type ReactNode, useMemo } from 'react';
import type { DocumentField } from '../../../shared/document/document-fields.ts';
import { moment } from '../../../shared/domain/moment.ts';
import type { WindowValue } from '../../../shared/domain/difference.ts';
import type { FieldValue } from '../../../shared/domain/request.ts';
import type { FieldInputProps } from '../../app/request-parts.ts';
import { useCall } from '../../link/index.ts';
import { DateTimeField, ErrorState, NumberField, RadioGroup, Select, Skeleton, TextArea, TextField, useBilingual, useSay } from '../../ui/index.ts';
import styles from './differences.module.css';
import type { OwnInput } from './own-input.ts';

export interface OwnValueProps {
  readonly input: OwnInput;
  readonly label: string;
  readonly documentId: string;
  readonly fieldId: string;
  readonly field: DocumentField | undefined;
  readonly value: WindowValue;
  readonly onChange: (value: WindowValue) => void;
  /** what is half typed, as it shows */
  readonly half: string | undefined;
  readonly onHalf: (shown: string) => void;
  readonly FieldInput: ComponentType<FieldInputProps>;
}

type Parts = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const partsOf = (value: WindowValue): Parts => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {});
const momentOf = (value: WindowValue): string | null => (typeof value === 'string' && moment(value) ? value : null);
const orNothing = (text: string): string | null => (text === '' ? null : text);

export function OwnValue(props: OwnValueProps): ReactNode {
  const { input, label, value, onChange } = props;
  const say = useSay();
  const bilingual = useBilingual();
  switch (input.kind) {
    case 'field':
      return <OfRequest {...props} />;
    case 'text':
      return input.isLong === true ? (
        <TextArea label={label} value={textOf(value)} onChange={(text) => onChange(orNothing(text))} maxLength={input.most} />
      ) : (
        <TextField label={label} value={textOf(value)} onChange={(text) => onChange(orNothing(text))} maxLength={input.most} />
      );
    case 'moment':
      return <DateTimeField label={label} value={momentOf(value)} onChange={onChange} onHalf={props.onHalf} {...(props.half === undefined ? {} : { error: say('difference.half', { shown: props.half }) })} />;
    case 'yesNo':
      return (
        <RadioGroup
          label={label}
          orientation="horizontal"
          options={[
            { value: 'true', label: say('request.yes') },
            { value: 'false', label: say('request.no') },
          ]}
          value={typeof value === 'boolean' ? String(value) : null}
          onChange={(chosen) => onChange(chosen === null ? null : chosen === 'true')}
        />
      );
    case 'choice':
      return <Select label={label} options={input.options.map((option) => ({ value: option.value, label: say(option.label) }))} value={orNothing(textOf(value))} onChange={onChange} />;
    case 'options':
      return <Select label={label} options={(props.field?.options ?? []).map((option) => ({ value: option.value, label: bilingual(option.label) }))} value={orNothing(textOf(value))} onChange={onChange} />;
    case 'description':
      return <TextField label={label} value={textOf(partsOf(value)['description'])} onChange={(text) => onChange({ description: text })} maxLength={500} />;
    case 'quantity':
      return <Quantity value={partsOf(value)} onChange={onChange} />;
  }
}

const most = 1_000_000;

/** As in a line of capabilities: what is left empty is absent. */
function Quantity({ value, onChange }: { readonly value: Parts; readonly onChange: (value: WindowValue) => void }): ReactNode {
  const say = useSay();
  const set = (key: 'quantity' | 'unit' | 'people', part: string | number | null): void => {
    const { [key]: _before, ...rest } = value;
    onChange(part === null || part === '' || (typeof part === 'number' && part <= 0) ? rest : { ...rest, [key]: part });
  };
  return (
    <div className={styles.quantity}>
      <NumberField label={say('request.lineQuantity')} value={numberOf(value['quantity'])} onChange={(part) => set('quantity', part)} minimum={0} maximum={most} />
      <TextField label={say('request.lineUnit')} placeholder={say('request.lineUnitExample')} value={textOf(value['unit'])} onChange={(part) => set('unit', part)} maxLength={500} />
      <NumberField label={say('request.linePeople')} value={numberOf(value['people'])} onChange={(part) => set('people', part)} minimum={0} maximum={most} formatOptions={{ maximumFractionDigits: 0 }} />
    </div>
  );
}

/** The field of the editor, beside the other values of the request: some inputs look at those. */
function OfRequest({ documentId, fieldId, value, onChange, FieldInput }: OwnValueProps): ReactNode {
  const opened = useCall('request.open', { id: documentId });
  const request = opened.state === 'ready' ? opened.value : undefined;
  // a value of a field of a request, or nothing: the store checked it, or the input made it
  const own = useMemo(() => value as FieldValue | null, [value]);
  if (opened.state === 'error') return <ErrorState error={opened.error} onRetry={opened.refresh} />;
  return request ? <FieldInput request={request} field={fieldId} value={own} onChange={onChange} /> : <Skeleton lines={2} />;
}
