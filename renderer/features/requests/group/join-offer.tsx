/** Two drafts that turn out to be for one incident: linked, with a choice of what stands where they say something else. */
import { type ReactNode, useState } from 'react';
import { type ValueReading, valueText } from '../../../../shared/document/value-text.ts';
import type { RequestJoining, RequestSummary } from '../../../../shared/domain/request.ts';
import type { CallError } from '../../../../shared/errors.ts';
import { type JoinChoice, joinRefusals } from '../../../../shared/rules/join.ts';
import { RequestChoice } from '../../../app/request-choice.tsx';
import { useValueReading } from '../../../app/value-reading.ts';
import { link } from '../../../link/index.ts';
import { Banner, Button, Dialog, DoOrLeave, ErrorState, Facts, RadioGroup, Skeleton, notify, useBilingual, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import flow from '../../../ui/flow.module.css';
import styles from './group.module.css';
import { takenBy } from './link-offer.tsx';

export function JoinOffer(): ReactNode {
  const { document } = useEditor();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const goesItsOwnWay = document.version > 1 || document.group?.members.some(({ id, follows }) => id === document.id && !follows);
  if (goesItsOwnWay === true) return null;
  return (
    <>
      <Button variant="quiet" size="small" onPress={() => setAsking(true)}>
        {say('links.joinOffer')}
      </Button>
      {asking && <JoinDialog onClose={() => setAsking(false)} />}
    </>
  );
}

type Choices = Readonly<Record<string, JoinChoice>>;

function JoinDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { document, draft, reference, reload } = useEditor();
  const say = useSay();
  const bilingual = useBilingual();
  const [chosen, setChosen] = useState<RequestSummary | null>(null);
  const [joining, setJoining] = useState<RequestJoining>();
  const [choices, setChoices] = useState<Choices>({});
  const [busy, setBusy] = useState<'reading' | 'joining'>();
  const [error, setError] = useState<CallError | 'unsaved'>();
  const taken = takenBy(document);
  const fits = ({ id, templateId, groupId, version }: RequestSummary): boolean =>
    id !== document.id && version === 1 && !taken.has(templateId) && reference.templates[templateId] !== undefined && (groupId === undefined || document.group === undefined);

  const read = async (other: RequestSummary): Promise<void> => {
    setBusy('reading');
    // what is compared must be what is on screen
    const durable = await draft.flush();
    const answer = durable ? await link.call('request.joining', { id: document.id, otherId: other.id }) : undefined;
    setBusy(undefined);
    if (!answer) return setError('unsaved');
    if (!answer.ok) return setError(answer.error);
    setJoining(answer.value);
  };
  const choose = (other: RequestSummary | null): void => {
    setChosen(other);
    setJoining(undefined);
    setChoices({});
    setError(undefined);
    if (other) void read(other);
  };
  const join = async (): Promise<void> => {
    if (!chosen || !joining) return;
    setBusy('joining');
    setError(undefined);
    const joined = await link.call('request.join', { id: document.id, otherId: chosen.id, seq: joining.seq, otherSeq: joining.other.seq, choices });
    setBusy(undefined);
    if (joined.ok) {
      notify({ tone: 'ok', text: say('links.joinDone', { reference: joining.other.reference }) });
      onClose();
      return reload();
    }
    setError(joined.error);
    if (joined.error.details?.['reason'] === 'changed') await read(chosen);
  };
  const isChosen = joining?.facts.every(({ field, choose: asks }) => !asks || choices[field] !== undefined) === true;

  return (
    <Dialog
      title={say('links.joinTitle')}
      size="wide"
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} isPending={busy === 'joining'} isDisabled={!isChosen} onPress={() => void join()} doLabel={say('links.joinGo')} />}
    >
      <div className={flow.stack}>
        <p>{say('links.joinText')}</p>
        <RequestChoice
          label={say('links.joinField')}
          placeholder={say('links.joinFind')}
          none={say('links.joinNone')}
          among={{ state: 'draft', spaceId: document.spaceId }}
          fits={fits}
          about={({ templateId }) => [bilingual(reference.templates[templateId]?.title ?? { nl: templateId, en: templateId })]}
          value={chosen}
          onChange={choose}
        />
        {error !== undefined && <JoinError error={error} />}
        {busy === 'reading' && <Skeleton lines={3} />}
        {joining && <FactsApart joining={joining} choices={choices} onChoose={(field, choice) => setChoices((before) => ({ ...before, [field]: choice }))} />}
      </div>
    </Dialog>
  );
}

interface FactsApartProps {
  readonly joining: RequestJoining;
  readonly choices: Choices;
  readonly onChoose: (field: string, choice: JoinChoice) => void;
}

function FactsApart({ joining: { facts, other }, choices, onChoose }: FactsApartProps): ReactNode {
  const { document } = useEditor();
  const say = useSay();
  const bilingual = useBilingual();
  const reading = useValueReading('request', document.templateId);
  const labelOf = (field: string): string => bilingual(reading.fields.get(field)?.label ?? { nl: field, en: field });
  const asked = facts.filter(({ choose }) => choose);
  const filled = facts.filter(({ choose }) => !choose);
  if (facts.length === 0) return <p>{say('links.joinAlike')}</p>;
  return (
    <>
      {asked.length > 0 && (
        <p>
          {say('links.joinChoose', { count: asked.length })} {say('links.joinKept')}
        </p>
      )}
      {asked.map((fact) => (
        <RadioGroup
          key={fact.field}
          label={labelOf(fact.field)}
          orientation="columns"
          options={[
            { value: 'own', label: say('links.joinHere', { reference: document.reference }), description: textOf(reading, fact.field, fact.own) },
            { value: 'other', label: say('links.joinThere', { reference: other.reference }), description: textOf(reading, fact.field, fact.other) },
          ]}
          value={choices[fact.field] ?? null}
          onChange={(choice) => onChoose(fact.field, choice === 'other' ? 'other' : 'own')}
        />
      ))}
      {filled.length > 0 && (
        <section aria-label={say('links.joinFills')} className={styles.fills}>
          <h3>{say('links.joinFills')}</h3>
          <Facts
            rows={filled.map((fact) => ({
              label: labelOf(fact.field),
              value: textOf(reading, fact.field, fact.own ?? fact.other),
              source: say('links.joinFrom', { reference: fact.own === null ? other.reference : document.reference }),
            }))}
          />
        </section>
      )}
    </>
  );
}

function textOf(reading: ValueReading, field: string, value: unknown): string {
  return valueText(reading, reading.fields.get(field), value).join(' · ');
}

function JoinError({ error }: { readonly error: CallError | 'unsaved' }): ReactNode {
  const say = useSay();
  if (error === 'unsaved') return <Banner tone="warn" role="alert" title={say('links.unsaved')} />;
  const reason = joinRefusals.find((one) => one === error.details?.['reason']);
  if (error.code !== 'link.impossible' || reason === undefined) return <ErrorState error={error} />;
  return (
    <Banner tone="warn" role="alert" title={say(`links.refused.${reason}`)}>
      <p>{say('error.link.impossible.safe')}</p>
    </Banner>
  );
}
