/** Effects at the left, the capabilities for them in the middle, one of them in full at the right. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Capability } from '../../../shared/domain/capability.ts';
import type { SearchHit } from '../../../shared/domain/search.ts';
import { dayText } from '../../../shared/domain/moment.ts';
import { outlookTones, readinessTones } from '../../app/capability-tones.ts';
import { EmergencyButton } from '../../app/emergency-button.tsx';
import { ExerciseTag } from '../../app/exercise-tag.tsx';
import { href, navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { useCall } from '../../link/index.ts';
import { Button, type Column, DataTable, EmptyState, Panel, Room, type Say, ScreenHead, Tag, classNames, useBilingual, useSay } from '../../ui/index.ts';
import { CapabilityDetail } from './capability-detail.tsx';
import { CatalogueFilters } from './catalogue-filters.tsx';
import flow from '../../ui/flow.module.css';
import styles from './catalogue.module.css';
import { CompareDialog } from './compare-dialog.tsx';
import { fewest, withPick } from './compare.ts';
import { EffectTree } from './effect-tree.tsx';
import { type CatalogueFilter, filtered, foldAhead, isOutdated, whyListed } from './filter.ts';
import { PickBox } from './pick-box.tsx';
import { type Picks, PicksContext } from './picks.ts';
import { PutInRequest } from './put-in-request.tsx';
import { useInstead } from './use-instead.ts';

/** More than the packs of today hold: a post with thousands reads them a page at a time, and finds by typing. */
const rowsAtATime = 25;
const idOf = (capability: Capability): string => capability.id;
const everything: CatalogueFilter = { effect: undefined, words: '' };

/** `id` is a capability, or an effect: then the list shows what serves it. */
export function CatalogueScreen({ id }: { readonly id?: string }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { capabilities, capabilityById, effectById } = useReference();
  const notes = useCall('catalogue.notes', {});
  const [filter, setFilter] = useState(everything);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  const [putting, setPutting] = useState<Capability>();
  const [seenId, setSeenId] = useState<string>();
  if (id !== seenId) {
    setSeenId(id);
    if (id !== undefined && !capabilityById.has(id) && effectById.has(id)) setFilter({ ...everything, effect: id });
  }
  const day = today();
  const { effect: wanted, words, supply, readiness, call } = filter;
  const holding = useMemo(() => filtered(capabilities, effectById, { effect: wanted, words, supply, readiness, call }), [capabilities, effectById, wanted, words, supply, readiness, call]);
  useEffect(() => foldAhead(capabilities, effectById), [capabilities, effectById]);
  const instead = useInstead(holding.length === 0 ? words : '');
  const shown = useMemo(() => {
    if (instead.length === 0) return holding;
    const others = new Set(filtered(capabilities, effectById, { effect: wanted, words: '', supply, readiness, call }));
    return instead.flatMap(({ ref }) => capabilityById.get(ref) ?? []).filter((capability) => others.has(capability));
  }, [holding, instead, capabilities, capabilityById, effectById, wanted, supply, readiness, call]);
  const whyOf = useCallback(
    (capability: Capability): SearchHit['why'] => (instead.length > 0 ? instead.find(({ ref }) => ref === capability.id)?.why : whyListed(capability, effectById, words, bilingual)),
    [instead, effectById, words, bilingual],
  );
  const noteById = useMemo(() => new Map(notes.state === 'ready' ? notes.value.map((note) => [note.capabilityId, note]) : []), [notes]);
  const noted = useMemo(() => [...noteById.keys()].sort().join(' '), [noteById]);
  const columns = useMemo(() => columnsFor(say, bilingual, day, new Set(noted.split(' ')), whyOf), [say, bilingual, day, noted, whyOf]);
  const pick = useCallback((one: string, takes: boolean) => setPicked((before) => withPick(before, one, takes)), []);
  const picks = useMemo((): Picks => ({ picked, pick }), [picked, pick]);
  const chosen = id === undefined ? undefined : capabilityById.get(id);
  const chosenId = chosen?.id;
  // Whoever comes from the palette or from a request sees the row, not only the detail.
  useEffect(() => {
    if (chosenId === undefined) return undefined;
    // The table builds its rows one step later than the screen.
    const frame = requestAnimationFrame(() => document.querySelector(`[role=row][data-key="${chosenId}"]`)?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [chosenId]);
  const isUnknown = id !== undefined && !chosen && !effectById.has(id);

  if (capabilities.length === 0) {
    return (
      <>
        <ScreenHead title={say('catalogue.title')} />
        <EmptyState title={say('catalogue.empty.title')} actions={<a href={href({ room: 'packs' })}>{say('workboard.showPacks')}</a>}>
          <p>{say('catalogue.empty.text')}</p>
        </EmptyState>
      </>
    );
  }
  const compared = picked.flatMap((one) => capabilityById.get(one) ?? []);
  const actions = (
    <>
      {picked.length > 0 && (
        <Button variant="quiet" onPress={() => setPicked([])}>
          {say('catalogue.pickNone')}
        </Button>
      )}
      <Button isDisabled={picked.length < fewest} aria-haspopup="dialog" onPress={() => setComparing(true)}>
        {say('catalogue.compareCount', { count: picked.length })}
      </Button>
      <EmergencyButton label={say('catalogue.print')} capabilityIds={picked.length > 0 ? picked : chosen ? [chosen.id] : []} />
    </>
  );
  return (
    <PicksContext value={picks}>
      <ScreenHead title={say('catalogue.title')} actions={actions} />
      <Room
        index={
          <Panel title={say('catalogue.effect')} scrolls>
            <EffectTree chosen={filter.effect} onChoose={(effect) => setFilter({ ...filter, effect })} />
          </Panel>
        }
        aside={
          <Panel scrolls>
            {chosen ? (
              <CapabilityDetail key={chosen.id} capability={chosen} notes={notes} onPut={() => setPutting(chosen)} />
            ) : (
              <>
                <p className={flow.quiet}>{say(isUnknown ? 'catalogue.unknown' : 'catalogue.choose')}</p>
                <p className={flow.quiet}>{say('catalogue.pickTwo')}</p>
              </>
            )}
          </Panel>
        }
      >
        <Panel isFlush scrolls>
          <CatalogueFilters filter={filter} onChange={setFilter} count={shown.length} />
          <DataTable
            label={say('catalogue.title')}
            rows={shown}
            rowId={idOf}
            rowText={(capability) => bilingual(capability.name)}
            pageSize={rowsAtATime}
            columns={columns}
            selectedId={chosen?.id ?? null}
            onSelect={(key) => key !== null && navigate({ room: 'catalogue', id: key })}
            empty={<EmptyState title={say('catalogue.none')} actions={<Button onPress={() => setFilter(everything)}>{say('catalogue.clear')}</Button>} />}
          />
        </Panel>
      </Room>
      {comparing && <CompareDialog capabilities={compared} notes={new Map([...noteById].map(([key, { text }]) => [key, text]))} onClose={() => setComparing(false)} onPut={setPutting} />}
      {putting && (
        <PutInRequest
          capability={putting}
          onClose={() => {
            setPutting(undefined);
            setComparing(false);
          }}
        />
      )}
    </PicksContext>
  );
}

/** What the row itself does not say of why it is here. */
function Why({ of }: { readonly of: SearchHit['why'] }): ReactNode {
  const say = useSay();
  return of === undefined || of.kind === 'name' ? null : <span className={styles.why}>{say(`palette.why.${of.kind}`, { text: of.text })}</span>;
}

function columnsFor(say: Say, bilingual: ReturnType<typeof useBilingual>, day: string, noted: ReadonlySet<string>, whyOf: (capability: Capability) => SearchHit['why']): readonly Column<Capability>[] {
  return [
    { id: 'pick', title: say('catalogue.compare'), isTitleHidden: true, width: 'fit', cell: (capability) => <PickBox id={capability.id} name={bilingual(capability.name)} /> },
    {
      id: 'capability',
      title: say('catalogue.capability'),
      isRowHeader: true,
      sortBy: (capability) => bilingual(capability.name),
      cell: (capability) => (
        <>
          <span className={classNames(isOutdated(capability, day) && styles.outdatedName)}>{bilingual(capability.name)}</span>{' '}
          <ExerciseTag kind="capabilities" id={capability.id} /> {isOutdated(capability, day) && <Tag tone="warn">{say('catalogue.outdated', { date: dayText(capability.validUntil) })}</Tag>}
          {noted.has(capability.id) && <Tag>{say('catalogue.hasNote')}</Tag>}
          <span className={styles.summary}>{bilingual(capability.summary)}</span>
          <Why of={whyOf(capability)} />
        </>
      ),
    },
    { id: 'class', title: say('catalogue.class'), sortBy: (capability) => capability.supply.class, cell: (capability) => say(`catalogue.class.${capability.supply.class}`) },
    {
      id: 'notice',
      title: say('catalogue.notice'),
      sortBy: (capability) => capability.notice.formalHours ?? Number.MAX_SAFE_INTEGER,
      cell: (capability) => <span className={styles.notice}>{bilingual(capability.notice.text)}</span>,
    },
    {
      id: 'state',
      title: say('catalogue.state'),
      sortBy: (capability) => `${capability.readiness.state} ${capability.outlook.state}`,
      cell: ({ readiness, outlook }) => (
        <span className={styles.states}>
          <Tag wraps tone={readinessTones[readiness.state]}>{say(`catalogue.readiness.${readiness.state}`)}</Tag>
          <Tag wraps tone={outlookTones[outlook.state]}>{say('catalogue.outlookTag', { state: say(`catalogue.outlook.${outlook.state}`) })}</Tag>
        </span>
      ),
    },
  ];
}
