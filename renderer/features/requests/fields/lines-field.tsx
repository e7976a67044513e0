/** The lines of capabilities: from the catalogue or in own words, each with number, unit, people and what would also do. */
import { type ReactNode, memo, useState } from 'react';
import type { Finding } from '../../../../shared/domain/assessment.ts';
import type { CapabilityLine } from '../../../../shared/domain/request.ts';
import { Button, ComboBox, IconButton, NumberField, PlusIcon, Tag, TextArea, TextField, TrashIcon, announce, focusField, useAppLocale, useSay } from '../../../ui/index.ts';
import { outlookTones, readinessTones } from '../../../app/capability-tones.ts';
import { useNow } from '../../../app/use-now.ts';
import { useAssessment } from '../editor/assessment.tsx';
import { useEditor, useFieldValue } from '../editor/editor-context.ts';
import { Remark } from '../editor/remark.tsx';
import { FieldGroup } from './field-group.tsx';
import { type FieldEditorProps, useFieldProps } from './field-props.ts';
import flow from '../../../ui/flow.module.css';
import styles from './lines.module.css';
import { changedLine, lineFor, withLine, withoutLine } from './lines.ts';
import { findingsOfLine } from './line-findings.ts';
import { asLines, asPeriod, withPart } from './narrow.ts';
import { noticeWords } from './notice-words.ts';

const lineLength = 500;
const mostCounted = 1_000_000;
const lineElementId = (line: CapabilityLine): string => `line.${line.id}`;

export function LinesEditor(props: FieldEditorProps): ReactNode {
  const { draft, reference } = useEditor();
  const say = useSay();
  const locale = useAppLocale();
  const part = useFieldProps(props);
  const lines = asLines(props.value);
  const [search, setSearch] = useState('');
  const words = search.trim().toLocaleLowerCase(locale);
  const options = reference.capabilityList
    .filter((capability) => !lines.some((line) => line.capabilityId === capability.id))
    .filter((capability) => words === '' || [capability.name.nl, capability.name.en, ...capability.aliases].some((name) => name.toLocaleLowerCase(locale).includes(words)))
    .map((capability) => ({ value: capability.id, label: capability.name[locale], description: capability.summary[locale] }));

  const put = (line: CapabilityLine): void => {
    draft.change({ [props.field.id]: withLine(lines, line) });
    // After the line is on the page its description can take the focus.
    requestAnimationFrame(() => focusField(lineElementId(line)));
  };
  const addFromCatalogue = (id: string | null): void => {
    const capability = id === null ? undefined : reference.capabilities[id];
    if (!capability) return;
    setSearch('');
    put(lineFor(capability, crypto.randomUUID(), locale));
    announce(say('request.proposalsAddedNow', { name: capability.name[locale] }));
  };
  const remove = (line: CapabilityLine): void => {
    draft.change({ [props.field.id]: withoutLine(lines, line.id) });
    draft.leave();
    announce(say('request.lineRemoved', { name: line.description || say('request.lineUnnamed') }));
    focusField(part.id);
  };
  const type = (line: CapabilityLine): void => draft.type(props.field.id, changedLine(lines, line));
  const { findings } = useAssessment();

  return (
    <FieldGroup part={part}>
      {lines.length === 0 ? <p className={styles.none}>{say('request.linesEmpty')}</p> : null}
      <ol className={styles.lines}>
        {lines.map((line, index) => (
          <Line key={line.id} line={line} findings={findingsOfLine(findings, lines, line)} number={index + 1} onType={type} onRemove={remove} />
        ))}
      </ol>
      <div className={styles.add}>
        <ComboBox key={lines.length} label={say('request.lineAddCatalogue')} isLabelHidden placeholder={say('request.lineAddCatalogue')} options={options} onSearch={setSearch} value={null} onChange={addFromCatalogue} />
        <Button icon={<PlusIcon />} onPress={() => put({ id: crypto.randomUUID(), description: '' })}>
          {say('request.lineAddFree')}
        </Button>
      </div>
    </FieldGroup>
  );
}

interface LineProps {
  readonly line: CapabilityLine;
  /** what the checks say of this line */
  readonly findings: readonly Finding[];
  readonly number: number;
  readonly onType: (line: CapabilityLine) => void;
  readonly onRemove: (line: CapabilityLine) => void;
}

function Line({ line, findings, number, onType, onRemove }: LineProps): ReactNode {
  const say = useSay();
  const name = line.description || say('request.lineUnnamed');
  const set = <K extends keyof CapabilityLine>(key: K, value: CapabilityLine[K] | undefined | null): void => onType(withPart(line, key, value));
  return (
    <li className={styles.line} id={lineElementId(line)} aria-label={say('request.lineOf', { number, name })}>
      <div className={styles.main}>
        <TextField label={say('request.lineDescription')} value={line.description} onChange={(description) => onType({ ...line, description })} maxLength={lineLength} />
        <IconButton label={say('request.lineRemove', { name })} icon={<TrashIcon />} variant="quiet" onPress={() => onRemove(line)} />
      </div>
      <CatalogueTags capabilityId={line.capabilityId} />
      {findings.length > 0 && (
        <ul aria-label={say('depth.lineChecks', { name })} className={styles.remarks}>
          {findings.map((finding) => (
            <Remark key={`${finding.checkId} ${finding.messageId}`} finding={finding} />
          ))}
        </ul>
      )}
      <div className={styles.counts}>
        <NumberField label={say('request.lineQuantity')} value={line.quantity ?? null} onChange={(quantity) => set('quantity', positive(quantity))} minimum={0} maximum={mostCounted} />
        <TextField label={say('request.lineUnit')} placeholder={say('request.lineUnitExample')} value={line.unit ?? ''} onChange={(unit) => set('unit', unit)} maxLength={lineLength} />
        <NumberField label={say('request.linePeople')} value={line.people ?? null} onChange={(people) => set('people', positive(people))} minimum={0} maximum={mostCounted} formatOptions={{ maximumFractionDigits: 0 }} />
      </div>
      <div className={styles.notes}>
        <TextArea rows={1} label={say('request.lineSubstitutes')} help={say('depth.substitutesHelp')} value={line.substitutes ?? ''} onChange={(substitutes) => set('substitutes', onOneLine(substitutes))} maxLength={lineLength} />
        <TextArea rows={1} label={say('request.lineNote')} value={line.note ?? ''} onChange={(note) => set('note', onOneLine(note))} maxLength={lineLength} />
      </div>
    </li>
  );
}

/** It shows whole in the form and stands on one line on paper. */
const onOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

/** Zero of something is no line of it; the field is empty then. */
const positive = (number: number | null): number | null => (number === null || number <= 0 ? null : number);

const CatalogueTags = memo(function CatalogueTags({ capabilityId }: { readonly capabilityId: string | undefined }): ReactNode {
  const { reference, template } = useEditor();
  const say = useSay();
  const now = useNow();
  const periodField = template.sections.flatMap((section) => section.fields).find((field) => field.type === 'period')?.id ?? '';
  const { start } = asPeriod(useFieldValue(periodField));
  if (capabilityId === undefined) return null;
  const capability = reference.capabilities[capabilityId];
  if (!capability) return <Tag tone="warn">{say('request.lineUnknown')}</Tag>;
  return (
    <p className={flow.row}>
      <span className={styles.from}>{say('request.lineFromCatalogue')}</span>
      <Tag tone={readinessTones[capability.readiness.state]}>{say(`catalogue.readiness.${capability.readiness.state}`)}</Tag>
      <Tag tone={outlookTones[capability.outlook.state]}>
        {say('catalogue.outlookTag', { state: say(`catalogue.outlook.${capability.outlook.state}`) })}
      </Tag>
      <span className={styles.from}>{noticeWords(capability, start, now, say)}</span>
    </p>
  );
});
