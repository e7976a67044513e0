/** A finalised advice, or an earlier version of it: to read, with its proposals to answer and the way to a next version. Also a draft that this post may only read. */
import { type ReactNode, useState } from 'react';
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { ReadOnly } from '../../../shared/domain/space.ts';
import type { CallError } from '../../../shared/errors.ts';
import { ExportDialog } from '../../app/export-dialog.tsx';
import { useFormat } from '../../app/language/index.ts';
import { adviceTones } from '../../app/outcome-tones.ts';
import { ReadOnlyBanner } from '../../app/read-only.tsx';
import type { RequestParts } from '../../app/request-parts.ts';
import { useReference } from '../../app/session.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { link, useCall } from '../../link/index.ts';
import { Banner, Button, ErrorState, type FactRow, Facts, Panel, Room, RoomForm, Skeleton, Tag, notify, useBilingual, useSay } from '../../ui/index.ts';
import { AdviceHead } from './advice-head.tsx';
import styles from './advice.module.css';
import { CopyAdviceButton } from './copy-button.tsx';
import { Proposal } from './proposals-form.tsx';
import { AdviceVersions } from './versions.tsx';

interface FinalAdviceProps extends RequestParts {
  readonly advice: AdviceDocument;
  readonly request: RequestDocument | undefined;
  /** why this post only reads it */
  readonly why: ReadOnly | undefined;
  readonly onChanged: (advice: AdviceDocument) => void;
}

const none: ReadonlySet<string> = new Set();

export function FinalAdvice({ advice, request, why, onChanged, RequestPane, ProposedValue }: FinalAdviceProps): ReactNode {
  const say = useSay();
  const [exporting, setExporting] = useState(false);
  const [reading, setReading] = useState<string>();
  const [error, setError] = useState<CallError>();
  useShortcut({ keys: 'Ctrl+E', label: say('adviceDesk.keyExport'), run: () => setExporting(true) });
  const next = async (): Promise<void> => {
    const made = await link.call('advice.nextVersion', { id: advice.id });
    if (!made.ok) return setError(made.error);
    notify({ tone: 'ok', text: say('adviceDesk.nextVersionDone', { version: made.value.version }) });
    onChanged(made.value);
  };
  return (
    <>
      <AdviceHead advice={advice} subject={advice.values.subject ?? ''} request={request}>
        <CopyAdviceButton advice={advice} />
        <Button kbd="Ctrl E" onPress={() => setExporting(true)}>
          {say('request.export')}
        </Button>
        {!why && (
          <Button variant="primary" onPress={() => void next()}>
            {say('adviceDesk.nextVersion')}
          </Button>
        )}
      </AdviceHead>
      <ReadOnlyBanner why={why} />
      {reading === undefined ? (
        advice.state === 'finalised' && <Banner tone="ok" title={say('adviceDesk.finalisedBanner')} />
      ) : (
        <Banner tone="info" title={say('adviceDesk.versionReading')} actions={<Button onPress={() => setReading(undefined)}>{say('adviceDesk.versionBack')}</Button>} />
      )}
      {error && <ErrorState error={error} />}
      <Room
        index={
          <Panel scrolls>
            <AdviceVersions advice={advice} level={2} onOpen={setReading} />
          </Panel>
        }
        {...(request && {
          aside: (
            <Panel title={`${say('adviceDesk.request')} ${request.reference}`} scrolls="byKeyboard">
              <RequestPane request={request} proposed={none} />
            </Panel>
          ),
        })}
        asideWidth="reading"
      >
        <RoomForm>
          <Panel title={say('adviceDesk.word')} scrolls>
            {reading === undefined ? <Sheet advice={advice} /> : <Earlier id={advice.id} revisionId={reading} />}
            {reading === undefined &&
              request &&
              (advice.values.proposals ?? []).map((proposal) => (
                <Proposal key={proposal.id} proposal={proposal} answer={advice.answers.find(({ proposalId }) => proposalId === proposal.id)} advice={advice} request={request} ProposedValue={ProposedValue} isReadOnly={why !== undefined} onChanged={onChanged} />
              ))}
          </Panel>
        </RoomForm>
      </Room>
      <ExportDialog isOpen={exporting} kind="advice" onClose={() => setExporting(false)} document={advice} />
    </>
  );
}

function Earlier({ id, revisionId }: { readonly id: string; readonly revisionId: string }): ReactNode {
  const opened = useCall('advice.revision', { id, revisionId });
  if (opened.state === 'loading') return <Skeleton lines={8} />;
  if (opened.state === 'error') return <ErrorState error={opened.error} onRetry={opened.refresh} />;
  return <Sheet advice={opened.value} />;
}

/** A row of what was typed; none where nothing was. */
const typedRow = (label: string, value: string | undefined): readonly FactRow[] => (value === undefined ? [] : [{ label, value: <span className={styles.typed}>{value}</span> }]);

/** Everything that the advice says, in the order in which it is read: what it comes to first. */
function Sheet({ advice: { values } }: { readonly advice: AdviceDocument }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const format = useFormat();
  const { adviceCriteria } = useReference();
  const { outcome, reason, conditions, alternative, availability = [], findings = {} } = values;
  const rows: readonly FactRow[] = [
    ...(outcome === undefined ? [] : [{ label: say('adviceDesk.outcome'), value: <Tag tone={adviceTones[outcome]}>{say(`advice.outcome.${outcome}`)}</Tag> }]),
    ...typedRow(say('adviceDesk.outcomeReason'), reason),
    ...typedRow(say('adviceDesk.conditions'), conditions),
    ...typedRow(say('adviceDesk.alternative'), alternative),
    ...typedRow(say('adviceDesk.askedBy'), values.askedBy),
    ...typedRow(say('adviceDesk.askedAt'), values.askedAt && format.dateTimeZone(values.askedAt)),
    ...(['wishes', 'effect', 'limits', 'possibilities'] as const).flatMap((field) => typedRow(say(`adviceDesk.${field}`), values[field])),
  ];
  const judged = adviceCriteria.flatMap((criterion): readonly FactRow[] => {
    const own = findings[criterion.id];
    return own === undefined ? [] : [{ label: bilingual(criterion.title), value: <span className={styles.typed}>{[own.finding && say(`advice.finding.${own.finding}`), own.reason].filter(Boolean).join(': ')}</span>, source: own.source }];
  });
  const known = availability.map((line): FactRow => ({ label: line.description || say('adviceDesk.availabilityUnnamed'), value: [say(`advice.availability.${line.state}`), line.note].filter(Boolean).join(': '), source: [line.asOf && format.dateTimeZone(line.asOf), line.toldBy].filter(Boolean).join(' · ') || undefined }));
  if (rows.length + judged.length + known.length === 0) return <p className={styles.quiet}>{say('adviceDesk.nothingYet')}</p>;
  return (
    <>
      <Facts rows={rows} />
      {judged.length > 0 && (
        <section aria-label={say('adviceDesk.part.criteria')}>
          <h3>{say('adviceDesk.part.criteria')}</h3>
          <Facts rows={judged} />
        </section>
      )}
      {known.length > 0 && (
        <section aria-label={say('adviceDesk.part.availability')}>
          <h3>{say('adviceDesk.part.availability')}</h3>
          <Facts rows={known} />
        </section>
      )}
    </>
  );
}
