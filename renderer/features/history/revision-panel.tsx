/** One revision: what changed in it, how it was, who signed it; and the way to bring it back. */
import { type ReactNode, useState } from 'react';
import type { ValueReading } from '../../../shared/document/value-text.ts';
import type { DocumentHistory, HistoryEntry } from '../../../shared/domain/history.ts';
import type { CallError } from '../../../shared/errors.ts';
import { authorWords } from '../../app/author-words.ts';
import { useFormat } from '../../app/language/index.ts';
import { useReadOnly } from '../../app/read-only.tsx';
import { link } from '../../link/index.ts';
import { Button, ErrorState, Panel, Select, Tabs, notify, useSay } from '../../ui/index.ts';
import { AsItWas } from './as-it-was.tsx';
import { Compared } from './compared.tsx';
import { entryName } from './entry-words.ts';
import flow from '../../ui/flow.module.css';
import { now } from './revision-list.tsx';
import { Signature } from './signature.tsx';

interface PanelProps {
  readonly history: DocumentHistory;
  readonly reading: ValueReading;
}

interface RevisionPanelProps extends PanelProps {
  readonly entry: HistoryEntry;
  readonly onBroughtBack: () => void;
  /** the document changed while the person looked */
  readonly onStale: () => void;
}

export function RevisionPanel({ history, entry, reading, onBroughtBack, onStale }: RevisionPanelProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { documentId: id, entries } = history;
  const others = entries.filter((one) => one.id !== entry.id);
  // what changed in a revision is what it says beside the one that it goes on from
  const [against, setAgainst] = useState(entry.parents.find((parent) => others.some((one) => one.id === parent)) ?? '');
  const choices = [
    ...(entry.head && !history.ahead ? [] : [{ value: now, label: say('changes.now') }]),
    ...others.map((one) => ({ value: one.id, label: `${entryName(one, say)} · ${format.dateTime(one.at)} · ${one.author.post}`, ...(entry.parents.includes(one.id) ? { description: say('history.parent') } : {}) })),
  ];
  const [from, to] = against === now ? [entry.id, undefined] : [against, entry.id];
  return (
    <Panel title={entryName(entry, say)} scrolls aside={<BringBack history={history} entry={entry} onBroughtBack={onBroughtBack} onStale={onStale} />}>
      <p>
        {authorWords(entry.author, say)} · {format.dateTimeZone(entry.at)}
      </p>
      {entry.merged && <p className={flow.quiet}>{say('history.mergedText')}</p>}
      {entry.reason !== undefined && <p>{say('request.versionReason', { reason: entry.reason })}</p>}
      <Tabs
        label={say('history.views')}
        tabs={[
          {
            id: 'changed',
            label: say('history.changed'),
            content: (
              <div className={flow.stack}>
                {choices.length > 0 && <Select label={say('history.against')} options={choices} value={against === '' ? null : against} onChange={(chosen) => setAgainst(chosen ?? against)} />}
                {against === '' ? <p className={flow.quiet}>{say('history.first')}</p> : <Compared documentId={id} from={from} to={to} reading={reading} />}
              </div>
            ),
          },
          { id: 'was', label: say('history.was'), content: <AsItWas documentId={id} revisionId={entry.id} reading={reading} /> },
          { id: 'signature', label: say('history.signature'), content: <Signature entry={entry} entries={entries} /> },
        ]}
      />
    </Panel>
  );
}

interface BringBackProps {
  readonly history: DocumentHistory;
  readonly entry: HistoryEntry;
  readonly onBroughtBack: () => void;
  readonly onStale: () => void;
}

function BringBack({ history: { documentId: id, state, version, seq, ahead, readOnly }, entry, onBroughtBack, onStale }: BringBackProps): ReactNode {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const why = useReadOnly({ readOnly });
  if (why) return <p className={flow.quiet}>{say(`spaces.readOnly.${why}`)}</p>;
  if (state === 'finalised') return <p className={flow.quiet}>{say('history.isFinal', { version })}</p>;
  if (entry.head && !ahead) return null;

  const bringBack = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const made = await link.call('history.bringBack', { id, revisionId: entry.id, seq });
    setBusy(false);
    if (made.ok) {
      notify({ tone: 'ok', text: say('history.broughtBack', { what: entryName(entry, say) }) });
      onBroughtBack();
      return;
    }
    setError(made.error);
    if (made.error.code === 'document.stale') onStale();
  };
  return (
    <>
      <Button isPending={busy} onPress={() => void bringBack()}>
        {say('history.bringBack')}
      </Button>
      {error && <ErrorState error={error} />}
    </>
  );
}

/** What was typed since the revision that the working copy goes on from. */
export function NowPanel({ history: { documentId: id }, head, reading }: PanelProps & { readonly head: HistoryEntry }): ReactNode {
  const say = useSay();
  return (
    <Panel title={say('changes.now')} scrolls>
      <p className={flow.quiet}>{say('history.sinceHead', { what: entryName(head, say) })}</p>
      <Compared documentId={id} from={head.id} to={undefined} reading={reading} />
    </Panel>
  );
}
