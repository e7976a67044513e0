/**
 * Fields of one document that posts changed apart: all values that stand against each other, and the decision. Nothing is written until
 * it is laid down as a revision; deciding some and leaving others is allowed.
 */
import { type ComponentType, type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CallOutput } from '../../../shared/contract.ts';
import type { DifferenceDetail } from '../../../shared/domain/difference.ts';
import { openHalfTyped } from '../../app/draft/half-typed.ts';
import { routeOf } from '../../app/document-kinds.ts';
import { useExchange } from '../../app/exchange-state.ts';
import { ReadOnlyBanner, useReadOnly } from '../../app/read-only.tsx';
import type { FieldInputProps } from '../../app/request-parts.ts';
import { href } from '../../app/routes.ts';
import { useIdentity } from '../../app/session.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useValueReading } from '../../app/value-reading.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Banner, Button, EmptyState, ErrorState, Panel, ScreenHead, Skeleton, focusField, useSay } from '../../ui/index.ts';
import { choicesIn, formOf, inOrder, review, toForm } from './choices.ts';
import flow from '../../ui/flow.module.css';
import { MergedTable } from './merged-table.tsx';
import { OpenFieldPanel, fieldElementId } from './open-field.tsx';
import { Proposals } from './proposals.tsx';
import { Settled } from './settled.tsx';
import { useDecide } from './use-decide.ts';

interface DifferenceScreenProps {
  readonly id: string;
  readonly FieldInput: ComponentType<FieldInputProps>;
}

const placeOf = (id: string): string => `difference-${id}`;

export function DifferenceScreen({ id, FieldInput }: DifferenceScreenProps): ReactNode {
  const detail = useCall('difference.open', { id });
  const typed = useCall('typing.open', { place: placeOf(id) });
  useFollowing(detail.refresh);
  // a role comes and goes with an exchange
  useEvent('exchange.ended', detail.refresh);
  if (detail.state === 'error') return <ErrorState isPage error={detail.error} onRetry={detail.refresh} />;
  if (typed.state === 'error') return <ErrorState isPage error={typed.error} onRetry={typed.refresh} />;
  if (detail.state === 'loading' || typed.state === 'loading') return <Skeleton lines={12} />;
  return <Differences detail={detail.value} typed={typed.value} onRefresh={detail.refresh} FieldInput={FieldInput} />;
}

interface DifferencesProps {
  readonly detail: DifferenceDetail;
  readonly typed: CallOutput<'typing.open'>;
  readonly onRefresh: () => void;
  readonly FieldInput: ComponentType<FieldInputProps>;
}

function Differences({ detail, typed, onRefresh, FieldInput }: DifferencesProps): ReactNode {
  const say = useSay();
  const { documentId: id, merged } = detail;
  const reading = useValueReading(detail.kind, detail.templateId);
  const { name } = useIdentity();
  const open = useMemo(() => inOrder(detail.open, [...reading.fields.keys()], name), [detail.open, reading, name]);
  const draft = useMemo(() => openHalfTyped(placeOf(id), typed), [id, typed]);
  const forms = useStore(draft.store, (state) => state.values);
  const choices = useMemo(() => choicesIn(forms), [forms]);
  const reviewed = review(detail, choices);
  const { ready, unfinished, overtaken, undecided } = reviewed;
  const { busy, outcome, decide } = useDecide(detail, draft, onRefresh);
  const forget = (paths: readonly string[]): void => draft.change(Object.fromEntries(paths.map((path) => [formOf(path), null])));

  const layDown = (): void => {
    const [first] = ready;
    if (first) return void decide(ready);
    const wanted = unfinished[0]?.path ?? overtaken[0]?.path ?? undecided[0]?.path;
    if (wanted !== undefined) focusField(fieldElementId(wanted));
  };

  const why = useReadOnly(detail);
  const mayLayDown = open.length > 0 && !why;
  useShortcut({ keys: 'Ctrl+Enter', label: say('difference.layDown'), run: () => mayLayDown && !busy && layDown() });

  return (
    <>
      <ScreenHead
        kicker={<Kicker detail={detail} />}
        title={open.length === 0 && detail.proposals.length > 0 ? say('difference.titleProposal') : say('difference.title', { kind: detail.kind })}
        actions={
          mayLayDown ? (
            <Button variant="primary" kbd="Ctrl ↵" isPending={busy} onPress={layDown}>
              {say('difference.layDown')}
            </Button>
          ) : undefined
        }
      />
      <div className={flow.stack} onBlur={draft.leave}>
        {outcome === 'stale' && (
          <Banner tone="warn" role="alert" title={say('difference.stale')}>
            <p>{say('difference.staleText')}</p>
          </Banner>
        )}
        {outcome !== undefined && outcome !== 'stale' && <ErrorState error={outcome} />}
        <ReadOnlyBanner why={why}>{why !== 'frozen' && open.length > 0 && <p>{say('difference.readOnly')}</p>}</ReadOnlyBanner>
        {open.length === 0 && detail.proposals.length === 0 && (
          <Panel>
            <EmptyState title={say('difference.none')} actions={<a href={href(routeOf(detail.kind, id))}>{say('difference.toDocument')}</a>}>
              <p>{say('difference.noneText')}</p>
            </EmptyState>
          </Panel>
        )}
        {open.length > 0 && (
          <Panel>
            <div className={flow.tight}>
              <p>
                {say('difference.kept')} {merged.length > 0 && `${say('difference.joined', { count: merged.length })} `}
                <strong>{say(why ? 'difference.stands' : 'difference.choose', { count: open.length })}</strong>
              </p>
              {!why && <output className={flow.quiet}>{ready.length === 0 ? say('difference.chosenNone') : say('difference.chosenSome', { chosen: ready.length, left: open.length - ready.length })}</output>}
            </div>
          </Panel>
        )}
        <Settled settled={reviewed.settled} reading={reading} onSeen={forget} />
        {open.map((field) => (
          <OpenFieldPanel
            key={field.path}
            detail={detail}
            isReadOnly={why !== undefined}
            field={field}
            reading={reading}
            choice={choices.get(field.path)}
            isOvertaken={overtaken.some(({ path }) => path === field.path)}
            onChoose={(choice) => draft.type(formOf(choice.path), toForm(choice))}
            FieldInput={FieldInput}
          />
        ))}
        <Proposals detail={detail} isReadOnly={why !== undefined} reading={reading} />
        <MergedTable merged={merged} reading={reading} />
      </div>
    </>
  );
}

/** Where it stands among what waits for a decision, and of which document it is. */
function Kicker({ detail: { documentId: id, kind, reference, title } }: { readonly detail: DifferenceDetail }): ReactNode {
  const say = useSay();
  const ids = [...new Set(useExchange(({ differences }) => differences).map(({ documentId }) => documentId))];
  const place = ids.indexOf(id);
  const next = ids[(place + 1) % ids.length];
  return (
    <>
      <a href={href({ room: 'exchange' })}>{say('exchangeDesk.nav')}</a>
      {place >= 0 && ` · ${say('difference.place', { place: place + 1, count: ids.length })}`} · <a href={href(routeOf(kind, id))}>{title === '' ? reference : `${title} (${reference})`}</a>
      {' · '}
      <a href={href({ room: 'history', id })}>{say('history.word')}</a>
      {place >= 0 && next !== undefined && next !== id && (
        <>
          {' · '}
          <a href={href({ room: 'difference', id: next })}>{say('difference.next')}</a>
        </>
      )}
    </>
  );
}
