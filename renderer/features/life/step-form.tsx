/** The form of one step: its kind, what that kind asks, who, remark, reference, and the moment when it was not now. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { carriers } from '../../../shared/domain/choices.ts';
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import type { Life, LifeStepKind, NewLifeStep } from '../../../shared/domain/life.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { thisMinute } from '../../app/this-minute.ts';
import { useReference } from '../../app/session.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { Button, DateTimeField, Select, TextArea, TextField, useBilingual, useSay } from '../../ui/index.ts';
import { AnnouncementField } from './announcement-field.tsx';
import { ExpenditureFields } from './expenditure-fields.tsx';
import flow from '../../ui/flow.module.css';
import styles from './life.module.css';
import { LinesTable } from './lines-table.tsx';
import { isKind, partsOf, quantitiesOf, reasonsOf, stepOf, withField, withQuantity } from './step-fields.ts';

const lineLength = 500;
const longestRemark = 10_000;
/** the option of a version that says: on no paper yet */
const unwritten = 'unwritten';

/** fields that every step can have beside its remark */
const details = ['by', 'document', 'carrier', 'addressee', 'version'] as const;

export interface StepFormProps {
  readonly id: string;
  readonly life: Life;
  readonly document: RequestDocument;
  readonly fields: TypedFields;
  readonly onChange: (fields: TypedFields) => void;
  /** the kinds to choose from; the first is chosen as long as the person chose none */
  readonly kinds: readonly LifeStepKind[];
  readonly onRecord: (step: NewLifeStep) => void;
  readonly onCancel?: () => void;
  /** the revision that the step puts right; its moment is then asked, not taken from the clock */
  readonly corrects?: string;
}

export function StepForm({ id, life, document, fields, onChange, kinds, onRecord, onCancel, corrects }: StepFormProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { lifeReasons } = useReference();
  const [asked, setAsked] = useState(false);
  const [more, setMore] = useState(corrects !== undefined);
  useShortcut({ keys: 'Alt+M', label: say('lifeDesk.keyMore'), run: () => setMore(!more) });
  const chosen = fields['kind'];
  const kind = isKind(chosen) && kinds.includes(chosen) ? chosen : kinds[0];
  if (kind === undefined) return null;

  const set = (field: string, value: string | null): void => onChange(withField(fields, field, value));
  const at = fields['at'];
  const isTimeMissing = at === '';
  const asks = new Set(partsOf(kind));
  const reasons = reasonsOf(kind, lifeReasons);
  const versions = document.revisions.filter(({ state }) => state === 'finalised').map(({ version }) => version);
  // What is sent is the paper that there is; an extension is often asked before its paper is made.
  const proposedVersion = kind === 'sent' ? versions.toSorted((one, other) => other - one)[0]?.toString() : undefined;
  const version = fields['version'] ?? proposedVersion ?? unwritten;
  const name = say(`life.kind.${kind}`);
  // Who, reference and way are often known later; what the step is about is asked at once.
  const isAsked = [...asks].some((part) => part !== 'carrier' && part !== 'version') || details.some((field) => fields[field] !== undefined);
  const isOpen = isAsked || more;

  const record = (): void => {
    setAsked(isTimeMissing);
    if (isTimeMissing) return;
    onRecord(stepOf(crypto.randomUUID(), kind, at ?? thisMinute(), fields, { version: version === unwritten ? undefined : Number(version), corrects }));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onCancel) {
      event.preventDefault();
      onCancel();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.nativeEvent.isComposing) return;
    // An empty remark records nothing by itself: a step can be put right but never taken away.
    const inRemark = event.target instanceof HTMLTextAreaElement && event.target.value.trim() !== '';
    if (!event.ctrlKey && !inRemark) return;
    event.preventDefault();
    event.stopPropagation();
    record();
  };

  return (
    // The keys of the fields inside, before a list or a part of a moment takes them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div id={id} className={flow.tight} onKeyDownCapture={onKey}>
      <div className={styles.first}>
        <Select autoFocus={corrects !== undefined} label={say('lifeDesk.kind')} options={kinds.map((one) => ({ value: one, label: say(`life.kind.${one}`) }))} value={kind} onChange={(next) => set('kind', next)} />
        <TextArea label={say('lifeDesk.remark')} rows={1} placeholder={say('lifeDesk.remarkHint')} value={fields['remark'] ?? ''} onChange={(text) => set('remark', text)} maxLength={longestRemark} />
      </div>
      {at !== undefined && (
        <DateTimeField
          label={say('lifeDesk.at')}
          value={at === '' ? null : at}
          onChange={(next) => onChange({ ...fields, at: next ?? '' })}
          error={asked && isTimeMissing ? say(corrects === undefined ? 'lifeDesk.atMissing' : 'lifeDesk.atNeeded') : undefined}
        />
      )}
      {isOpen && <div className={styles.parts}>
        <TextField label={say('lifeDesk.by')} placeholder={say('lifeDesk.byHint')} value={fields['by'] ?? ''} onChange={(text) => set('by', text)} maxLength={lineLength} />
        <TextField label={say('lifeDesk.document')} placeholder={say('lifeDesk.documentHint')} value={fields['document'] ?? ''} onChange={(text) => set('document', text)} maxLength={lineLength} />
        {asks.has('carrier') && (
          <>
            <Select label={say('lifeDesk.carrier')} options={carriers.map((one) => ({ value: one, label: say(`life.carrier.${one}`) }))} value={fields['carrier'] ?? null} onChange={(next) => set('carrier', next)} />
            <TextField label={say('lifeDesk.addressee')} placeholder={say('lifeDesk.addresseeHint')} value={fields['addressee'] ?? ''} onChange={(text) => set('addressee', text)} maxLength={lineLength} />
          </>
        )}
        {asks.has('version') && (
          <Select
            label={say('lifeDesk.version')}
            options={[...versions.map((one) => ({ value: String(one), label: say('request.version', { version: one }) })), ...(kind === 'sent' && versions.length > 0 ? [] : [{ value: unwritten, label: say('lifeDesk.versionNone') }])]}
            value={version}
            onChange={(next) => set('version', next)}
          />
        )}
        {asks.has('reason') && reasons.length > 0 && (
          <Select label={say('lifeDesk.reason')} options={reasons.map((reason) => ({ value: reason.id, label: bilingual(reason.title), description: reason.help && bilingual(reason.help) }))} value={fields['reason'] ?? null} onChange={(next) => set('reason', next)} />
        )}
        {asks.has('announcement') && <AnnouncementField requestId={life.requestId} value={fields['announcement'] ?? null} onChange={(next) => set('announcement', next)} />}
        {asks.has('expenditure') && <ExpenditureFields fields={fields} onChange={set} />}
      </div>}
      {asks.has('until') && <DateTimeField label={say('lifeDesk.until')} value={fields['until'] ?? null} onChange={(next) => set('until', next)} />}
      {asks.has('lines') && life.lines.length > 0 && (
        <LinesTable lines={life.lines} counting={kind === 'grantedInPart' ? 'granted' : kind} quantities={quantitiesOf(fields)} onQuantity={(lineId, quantity) => onChange(withQuantity(fields, lineId, quantity))} />
      )}
      <div className={flow.row}>
        {corrects === undefined && (
          <Button variant="quiet" kbd="Alt T" aria-expanded={at !== undefined} onPress={() => (at === undefined ? onChange({ ...fields, at: thisMinute() }) : set('at', null))}>
            {say(at === undefined ? 'lifeDesk.otherTime' : 'lifeDesk.timeNow')}
          </Button>
        )}
        {!isAsked && (
          <Button variant="quiet" kbd="Alt M" aria-expanded={isOpen} onPress={() => setMore(!more)}>
            {say(more ? 'lifeDesk.less' : 'lifeDesk.more')}
          </Button>
        )}
        <span className={styles.help}>{corrects !== undefined && say(kind === 'retraction' ? 'lifeDesk.retractionHelp' : 'lifeDesk.correctHelp')}</span>
        {onCancel && <Button onPress={onCancel}>{say('lifeDesk.correctCancel')}</Button>}
        <Button variant={onCancel ? 'plain' : 'primary'} kbd="Ctrl ↵" onPress={record}>
          {say('lifeDesk.record', { kind: name })}
        </Button>
      </div>
    </div>
  );
}
