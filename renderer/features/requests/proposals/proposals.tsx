/** Under the effect: what the catalogue has for it. A suggestion that one key adds to the lines, never a choice that is made for the person. */
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { Capability } from '../../../../shared/domain/capability.ts';
import { ExerciseTag } from '../../../app/exercise-tag.tsx';
import { useFormat } from '../../../app/language/index.ts';
import { href } from '../../../app/routes.ts';
import { Button, CheckIcon, IconButton, PlusIcon, Tag, notify, useAppLocale, useSay } from '../../../ui/index.ts';
import { outlookTones, readinessTones } from '../../../app/capability-tones.ts';
import { useEditor, useFieldValue } from '../editor/editor-context.ts';
import { lineFor, withLine } from '../fields/lines.ts';
import { asLines, asText } from '../fields/narrow.ts';
import styles from './proposals.module.css';
import { useProposals } from './use-proposals.ts';

const shownFirst = 4;

interface Proposal {
  readonly capability: Capability;
  readonly because: readonly string[];
}

export function Proposals({ effectField }: { readonly effectField: string }): ReactNode {
  const { draft, template, reference, jumpTo } = useEditor();
  const say = useSay();
  const locale = useAppLocale();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const text = useDeferredValue(asText(useFieldValue(effectField)));
  const linesField = template.sections.flatMap((section) => section.fields).find((field) => field.type === 'capabilityLines')?.id;
  const lines = asLines(useFieldValue(linesField ?? ''));
  const found = useProposals(text, reference);
  const proposals = (found?.proposals ?? []).flatMap(({ id, because }): Proposal[] => {
    const capability = reference.capabilities[id];
    return capability ? [{ capability, because }] : [];
  });

  const add = (capability: Capability): void => {
    if (linesField === undefined) return;
    draft.change({ [linesField]: withLine(lines, lineFor(capability, crypto.randomUUID(), locale)) });
    draft.leave();
    notify({ tone: 'ok', text: say('request.proposalsAddedNow', { name: capability.name[locale] }) });
  };

  if (linesField === undefined) return null;
  return (
    <section aria-label={say('request.proposals')} className={styles.proposals}>
      <header className={styles.head}>
        <h3>{say('request.proposals')}</h3>
        {found && <output className={styles.count}>{say('request.proposalsCount', { count: proposals.length, took: format.number(Math.round(found.tookMs * 10) / 10) })}</output>}
      </header>
      {proposals.length === 0 ? (
        <p className={styles.none}>{say(found ? 'request.proposalsNone' : 'request.proposalsStart')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={say('request.proposals')}>
            <thead>
              <tr>
                <th scope="col">{say('request.proposalsCapability')}</th>
                <th scope="col">{say('request.proposalsNotice')}</th>
                <th scope="col">{say('request.proposalsState')}</th>
                <th scope="col">
                  <span className="visually-hidden">{say('request.proposalsAction')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {(all ? proposals : proposals.slice(0, shownFirst)).map((proposal) => (
                <ProposalRow key={proposal.capability.id} proposal={proposal} isAdded={lines.some((line) => line.capabilityId === proposal.capability.id)} onAdd={add} onShow={() => jumpTo(linesField)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {proposals.length > shownFirst && (
        <Button variant="quiet" size="small" onPress={() => setAll(!all)} aria-expanded={all}>
          {all ? say('request.proposalsFewer') : say('request.proposalsMore', { count: proposals.length })}
        </Button>
      )}
    </section>
  );
}

interface ProposalRowProps {
  readonly proposal: Proposal;
  readonly isAdded: boolean;
  readonly onAdd: (capability: Capability) => void;
  /** goes to the lines, where it stands already */
  readonly onShow: () => void;
}

/** A plain row: link and button are each one Tab away, which a grid would put behind its arrow keys. */
function ProposalRow({ proposal: { capability, because }, isAdded, onAdd, onShow }: ProposalRowProps): ReactNode {
  const say = useSay();
  const locale = useAppLocale();
  const name = capability.name[locale];
  return (
    <tr>
      <th scope="row">
        <a href={href({ room: 'catalogue', id: capability.id })}>{name}</a> <ExerciseTag kind="capabilities" id={capability.id} />
        <span className={styles.summary}>{capability.summary[locale]}</span>
        <span className={styles.because}>{say('request.proposalsBecause', { words: because.join(', ') })}</span>
      </th>
      <td className={styles.notice}>{capability.notice.text[locale]}</td>
      <td>
        <States capability={capability} />
      </td>
      <td>
        <IconButton
          label={say(isAdded ? 'request.proposalsAdded' : 'request.proposalsAdd', { name })}
          icon={isAdded ? <CheckIcon /> : <PlusIcon />}
          size="small"
          onPress={() => (isAdded ? onShow() : onAdd(capability))}
        />
      </td>
    </tr>
  );
}

function States({ capability: { readiness, outlook } }: { readonly capability: Capability }): ReactNode {
  const say = useSay();
  return (
    <span className={styles.tags}>
      <Tag tone={readinessTones[readiness.state]}>{say(`catalogue.readiness.${readiness.state}`)}</Tag>
      <Tag tone={outlookTones[outlook.state]}>{say('catalogue.outlookTag', { state: say(`catalogue.outlook.${outlook.state}`) })}</Tag>
    </span>
  );
}
