/** Every field: empty, filled, wrong, read only. */
import { type ReactNode, useState } from 'react';
import { useSay } from '../../app/language/index.ts';
import { Checkbox, ComboBox, DateTimeField, NumberField, Panel, RadioGroup, Select, Switch, TextArea, TextField } from '../../ui/index.ts';
import styles from './design.module.css';

export function FieldStates(): ReactNode {
  const say = useSay();
  const label = say('design.label');
  const help = say('design.help');
  const wrong = say('design.wrong');
  const options = [1, 2, 3].map((number) => ({ value: String(number), label: say('design.option', { number }), description: say('design.optionHelp') }));
  const [text, setText] = useState(say('design.text'));
  const [long, setLong] = useState(say('design.long'));
  const [amount, setAmount] = useState<number | null>(1200);
  const [moment, setMoment] = useState<string | null>('2021-07-14T18:00:00+02:00[Europe/Amsterdam]');
  const [twice, setTwice] = useState<string | null>('2026-10-25T02:30:00+02:00[Europe/Amsterdam]');
  const [choice, setChoice] = useState<string | null>('2');
  const [yes, setYes] = useState(true);
  return (
    <>
      <Panel title={say('design.fields')}>
        <TextField label={label} help={help} value={text} onChange={setText} isRequired />
        <TextField label={label} value={text} onChange={setText} error={wrong} />
        <TextField label={label} value={text} onChange={setText} isReadOnly />
        <TextArea label={label} help={help} value={long} onChange={setLong} />
        <div className={styles.pair}>
          <NumberField label={label} value={amount} onChange={setAmount} minimum={0} unit={say('design.unit')} />
          <NumberField label={label} value={null} onChange={setAmount} error={wrong} />
        </div>
        <DateTimeField label={label} help={help} value={moment} onChange={setMoment} />
        <DateTimeField label={label} value={twice} onChange={setTwice} />
        <DateTimeField label={label} value={null} onChange={setMoment} error={wrong} />
      </Panel>
      <Panel title={say('design.choices')}>
        <Select label={label} help={help} value={choice} onChange={setChoice} options={options} />
        <Select label={label} value={null} onChange={setChoice} options={options} error={wrong} />
        <ComboBox label={label} help={help} value={choice} onChange={setChoice} options={options} />
        <RadioGroup label={label} help={help} value={choice} onChange={setChoice} options={options} />
        <RadioGroup label={label} orientation="horizontal" value={null} onChange={setChoice} options={options.map((option) => ({ value: option.value, label: option.label }))} error={wrong} />
        <Checkbox label={label} help={help} value={yes} onChange={setYes} />
        <Checkbox label={label} value={false} onChange={setYes} isIndeterminate />
        <Checkbox label={label} value={false} onChange={setYes} error={wrong} />
        <Checkbox label={label} value={yes} onChange={setYes} isDisabled />
        <Switch label={label} help={help} value={yes} onChange={setYes} />
        <Switch label={label} value={!yes} onChange={(next) => setYes(!next)} />
      </Panel>
    </>
  );
}
