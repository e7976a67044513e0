/** Exporting: which files, in which language; then the person chooses the folder. Or the texts straight to the clipboard. */
import { type ReactNode, useId, useState } from 'react';
import type { CallOutput, ExportFormat } from '../../shared/contract.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import type { RequestDocument } from '../../shared/domain/request.ts';
import type { CallError } from '../../shared/errors.ts';
import { useFormat } from './language/index.ts';
import { link, useCall, useEvent } from '../link/index.ts';
import { Banner, Button, Checkbox, CopyIcon, Dialog, ErrorState, Progress, RadioGroup, type Say, announce, notify, useSay } from '../ui/index.ts';
import flow from '../ui/flow.module.css';
import styles from './export-dialog.module.css';

const formats = [
  { id: 'docx', label: 'request.exportDocx', help: 'request.exportDocxHelp' },
  { id: 'pdf', label: 'request.exportPdf', help: 'request.exportPdfHelp' },
  { id: 'lcms', label: 'request.exportLcms', help: 'request.exportLcmsHelp' },
  { id: 'readout', label: 'request.exportReadout', help: 'request.exportReadoutHelp' },
] as const satisfies readonly { readonly id: ExportFormat; readonly label: string; readonly help: string }[];

type Exported = CallOutput<'export.save'>;

/** What goes along with a request only when it is asked for. */
interface Along {
  readonly withAdvice: boolean;
  readonly withLife: boolean;
}
const nothingAlong: Along = { withAdvice: false, withLife: false };

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly document: Pick<RequestDocument, 'id' | 'state'>;
  /** an advice says first that it is internal; with a request its advice and its progress can go along */
  readonly kind?: 'request' | 'advice';
  /** makes what is typed durable first; true when it is */
  readonly flush?: () => Promise<boolean>;
}

export function ExportDialog(props: ExportDialogProps): ReactNode {
  return props.isOpen ? <OpenExportDialog {...props} /> : null;
}

function OpenExportDialog({ onClose, document, kind = 'request', flush }: ExportDialogProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const titleId = useId();
  const [chosen, setChosen] = useState<readonly ExportFormat[]>(['docx', 'pdf']);
  const [locale, setLocale] = useState<Locale>('nl');
  const [busy, setBusy] = useState<{ readonly done: number; readonly total: number; readonly label: string } | true>();
  const [error, setError] = useState<CallError>();
  const [exported, setExported] = useState<Exported>();
  const [unsaved, setUnsaved] = useState(false);
  const [along, setAlong] = useState<Along>(nothingAlong);

  useEvent('job.progress', ({ job, done, total, label }) => {
    if (job === 'export') setBusy((before) => (before === undefined ? before : { done, total, label }));
  });

  const isSaved = async (): Promise<boolean> => {
    const durable = flush === undefined || (await flush());
    setUnsaved(!durable);
    return durable;
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setExported(undefined);
    if (await isSaved()) {
      const result = await link.call('export.save', { id: document.id, formats: formats.map(({ id }) => id).filter((id) => chosen.includes(id)), locale, ...along });
      if (result.ok) {
        setExported(result.value);
        announce(resultWords(result.value, say));
      } else setError(result.error);
    }
    setBusy(undefined);
  };
  const copy = async (which: 'lcms' | 'readout'): Promise<void> => {
    setError(undefined);
    if (!(await isSaved())) return;
    const result = await link.call('export.copy', { id: document.id, format: which, locale });
    if (result.ok) notify({ tone: 'ok', text: say('request.copied', { characters: result.value.characters }) });
    else setError(result.error);
  };

  return (
    <Dialog
      title={say(kind === 'advice' ? 'adviceDesk.exportTitle' : 'request.exportTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.close')}</Button>
          <Button variant="primary" isDisabled={chosen.length === 0} isPending={busy !== undefined} onPress={() => void save()}>
            {say('request.exportGo')}
          </Button>
        </>
      }
    >
      <div className={flow.stack}>
        {kind === 'advice' ? <Banner tone="warn" title={say('adviceDesk.internal')}><p>{say('adviceDesk.exportText')}</p></Banner> : <p>{say('request.exportText')}</p>}
        {document.state === 'draft' && <Banner tone="warn" title={say('request.exportDraft')} />}
        <fieldset aria-labelledby={titleId}>
          <p id={titleId} className={styles.formatsTitle}>
            {say('request.exportFormats')}
          </p>
          <div className={flow.tight}>
            {formats.map(({ id, label, help }) => (
              <Checkbox key={id} label={say(label)} help={say(help)} value={chosen.includes(id)} onChange={(wanted) => setChosen(wanted ? [...chosen, id] : chosen.filter((other) => other !== id))} />
            ))}
          </div>
          {chosen.length === 0 && <p className={flow.quiet}>{say('request.exportNone')}</p>}
        </fieldset>
        {kind === 'request' && <AlongFields requestId={document.id} along={along} onChange={setAlong} />}
        <RadioGroup
          label={say('request.exportLanguage')}
          orientation="horizontal"
          options={[
            { value: 'nl', label: say('request.exportDutch') },
            { value: 'en', label: say('request.exportEnglish') },
          ]}
          value={locale}
          onChange={(value) => setLocale(value === 'en' ? 'en' : 'nl')}
        />
        <fieldset aria-label={say('request.exportCopy')}>
          <p className={styles.formatsTitle}>{say('request.exportCopy')}</p>
          <div className={styles.copies}>
            <Button size="small" icon={<CopyIcon />} onPress={() => void copy('lcms')}>
              {say('request.copyLcms')}
            </Button>
            <Button size="small" icon={<CopyIcon />} onPress={() => void copy('readout')}>
              {say('request.copyReadout')}
            </Button>
          </div>
        </fieldset>
        {busy !== undefined && <Progress label={say('request.exportBusy')} {...(busy === true ? {} : { done: busy.done, total: busy.total, detail: busy.label })} />}
        {unsaved && <Banner tone="error" role="alert" title={say('request.exportUnsaved')} />}
        {error && <ErrorState error={error} onRetry={() => void save()} />}
        {exported && <ExportResult exported={exported} kilobytes={(bytes) => format.number(Math.max(1, Math.round(bytes / 1024)))} />}
      </div>
    </Dialog>
  );
}

/** Nothing where there is nothing to send along: no advice that stands, no step that was recorded. */
function AlongFields({ requestId, along, onChange }: { readonly requestId: string; readonly along: Along; readonly onChange: (along: Along) => void }): ReactNode {
  const say = useSay();
  const advices = useCall('advice.list', { requestId });
  const life = useCall('life.open', { requestId });
  const hasAdvice = advices.state === 'ready' && advices.value.advices.some(({ standing }) => standing !== undefined);
  const hasLife = life.state === 'ready' && life.value.steps.length > 0;
  if (!hasAdvice && !hasLife) return null;
  return (
    <div className={flow.tight}>
      {hasAdvice && <Checkbox label={say('adviceDesk.exportWith')} help={say('adviceDesk.exportWithHelp')} value={along.withAdvice} onChange={(withAdvice) => onChange({ ...along, withAdvice })} />}
      {hasLife && <Checkbox label={say('adviceDesk.exportLife')} help={say('adviceDesk.exportLifeHelp')} value={along.withLife} onChange={(withLife) => onChange({ ...along, withLife })} />}
    </div>
  );
}

function ExportResult({ exported, kilobytes }: { readonly exported: Exported; readonly kilobytes: (bytes: number) => string }): ReactNode {
  const say = useSay();
  const title = resultWords(exported, say);
  if (exported.cancelled) return <Banner tone="info" title={title} />;
  return (
    <Banner tone="ok" title={title}>
      <ul className={styles.files}>
        {exported.files.map((file) => (
          <li key={file.name}>
            {file.name} · {say('request.exportSize', { size: kilobytes(file.bytes) })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function resultWords(exported: Exported, say: Say): string {
  return exported.cancelled ? say('request.exportCancelled') : say('request.exportDone', { count: exported.files.length, folder: exported.folder });
}
