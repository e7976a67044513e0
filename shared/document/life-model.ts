/** The life of a request as a document: where it stands, what is still to be done, and every step in the order in which things happened. */
import type { Locale } from '../domain/basics.ts';
import type { Expenditure, Life, LifeReason, LifeStep } from '../domain/life.ts';
import { hoursBetween, moment, momentOfInstant, momentText } from '../domain/moment.ts';
import type { PackVersions } from '../domain/pack.ts';
import type { Template } from '../domain/template.ts';
import { isMessageId, say } from '../messages/index.ts';
import { cleaned } from './clean.ts';
import { atText, authorText } from './dossier-model.ts';
import { kept } from './field-text.ts';
import { durationText, listText, numberText } from './format.ts';
import type { Block, DocumentModel, Fact } from './model.ts';

export interface LifeModelInput {
  readonly life: Life;
  readonly title: string;
  readonly reasons: readonly LifeReason[];
  /** of the request, for the labels of fields that an extension or change changed; absent when no loaded pack holds it */
  readonly template: Template | undefined;
  readonly packVersions: PackVersions;
  readonly locale: Locale;
  /** instant on the post's clock, ISO UTC */
  readonly madeAt: string;
  readonly author: { readonly post: string; readonly function: string };
  readonly exercise: boolean;
}

export function lifeModel(input: LifeModelInput): DocumentModel {
  const { life, locale } = input;
  const author = authorText(locale, input.author);
  const madeAt = atText(input.madeAt);
  const facts: Fact[] = [
    { label: say(locale, 'document.reference'), text: [life.reference] },
    ...(input.title.trim() === '' ? [] : [{ label: say(locale, 'document.incident'), text: [input.title] }]),
    { label: say(locale, 'document.version'), text: [say(locale, 'document.version.text', { version: String(life.version), state: life.requestState })] },
    { label: say(locale, 'document.life.state'), text: [say(locale, `life.state.${life.state}`)] },
    { label: say(locale, 'document.made'), text: [say(locale, 'document.made.text', { at: madeAt, author })] },
  ];
  return cleaned({
    locale,
    what: 'life' as const,
    title: say(locale, 'document.life'),
    reference: life.reference,
    state: 'snapshot' as const,
    exercise: input.exercise,
    madeAt,
    author,
    packVersions: input.packVersions,
    blocks: [
      ...(input.exercise ? [{ kind: 'remark' as const, tone: 'warning' as const, text: say(locale, 'document.exercise.remark') }] : []),
      ...(life.comparison.advice === undefined ? [] : [{ kind: 'remark' as const, tone: 'note' as const, text: say(locale, 'document.life.internal') }]),
      { kind: 'facts' as const, facts },
      ...lifeBlocks(input),
    ],
  });
}

/** The sections of one life, also within the paper of its dossier: tasks, lines, advice beside decision, costs, steps. */
export function lifeBlocks(input: LifeModelInput, anchor = 'life'): Block[] {
  const sections: readonly [string, string, Block | undefined][] = [
    ['tasks', say(input.locale, 'document.life.tasks'), taskBlock(input)],
    ['lines', say(input.locale, 'document.life.lines'), lineBlock(input)],
    ['comparison', say(input.locale, 'document.life.comparison'), comparisonBlock(input)],
    ['costs', say(input.locale, 'document.life.costs'), costBlock(input)],
    ['steps', say(input.locale, 'document.life.steps'), stepBlock(input)],
  ];
  return sections.flatMap(([id, text, block]) => (block === undefined ? [] : [{ kind: 'heading' as const, level: 1 as const, text, anchor: `${anchor}-${id}` }, block]));
}

function taskBlock({ life, locale, madeAt }: LifeModelInput): Block | undefined {
  if (life.tasks.length === 0) return undefined;
  const now = momentOfInstant(madeAt);
  const items = life.tasks.map(({ kind, since, source }) => {
    const from = momentOfInstant(since);
    const duration = from && now ? durationText(locale, Math.max(0, hoursBetween(from, now))) : '';
    return say(locale, 'document.life.task', { text: say(locale, `life.task.${kind}`), since: atText(since), duration, source: source ?? 'none' });
  });
  return { kind: 'list', ordered: false, items };
}

function lineBlock({ life, locale }: LifeModelInput): Block | undefined {
  if (life.lines.length === 0) return undefined;
  const number = (value: number | undefined): string => (value === undefined ? '' : numberText(locale, value));
  const column = (id: 'asked' | 'granted' | 'deployed' | 'returned'): string => say(locale, `document.life.${id}`);
  return {
    kind: 'table',
    caption: say(locale, 'document.life.linesCaption'),
    columns: [say(locale, 'document.capabilities.number'), say(locale, 'document.capabilities.name'), column('asked'), column('granted'), column('deployed'), column('returned'), say(locale, 'document.capabilities.unit')],
    rows: life.lines.map((line, index) => [
      String(index + 1),
      line.description.trim() || say(locale, 'document.empty'),
      number(line.asked),
      number(line.granted),
      number(line.deployed),
      number(line.returned),
      line.unit?.trim() ?? '',
    ]),
  };
}

function comparisonBlock({ life, locale, reasons }: LifeModelInput): Block | undefined {
  const { advice, decision, decidedAt, reason, differs } = life.comparison;
  if (advice === undefined && decision === undefined) return undefined;
  const at = moment(decidedAt);
  const none = say(locale, 'document.life.none');
  return {
    kind: 'facts',
    facts: [
      { label: say(locale, 'document.life.advice'), text: [advice === undefined ? none : say(locale, `advice.outcome.${advice}`)] },
      { label: say(locale, 'document.life.decision'), text: decision === undefined ? [none] : kept([say(locale, `life.kind.${decision}`), at ? momentText(at) : '', reasonText(locale, reasons, reason)]) },
      { label: say(locale, 'document.life.compared'), text: [say(locale, `life.differs.${differs}`)] },
    ],
  };
}

function costBlock({ life, locale }: LifeModelInput): Block | undefined {
  const { euros, hours, people } = life.totals;
  const facts = [
    ...(euros === undefined ? [] : [{ label: say(locale, 'document.life.euros'), text: [say(locale, 'document.life.eurosText', { euros: money(locale, euros) })] }]),
    ...(hours === undefined ? [] : [{ label: say(locale, 'document.life.hours'), text: [numberText(locale, hours)] }]),
    ...(people === undefined ? [] : [{ label: say(locale, 'document.life.people'), text: [numberText(locale, people)] }]),
  ];
  return facts.length === 0 ? undefined : { kind: 'facts', facts };
}

function stepBlock(input: LifeModelInput): Block {
  const { life, locale } = input;
  if (life.steps.length === 0) return { kind: 'paragraph', text: say(locale, 'document.life.noSteps') };
  return {
    kind: 'facts',
    facts: life.steps.map((step) => {
      const at = moment(step.at);
      return { label: `${at ? momentText(at) : step.at}, ${say(locale, `life.kind.${step.kind}`)}`, text: stepText(input, step) };
    }),
  };
}

function stepText({ life, locale, reasons, template }: LifeModelInput, step: LifeStep): string[] {
  const until = moment(step.until);
  const doubt = step.doubt === undefined ? undefined : `life.refused.${step.doubt}`;
  const amendment = life.amendments.find((one) => one.step === step.revisionId);
  const labels = new Map(template?.sections.flatMap((section) => section.fields).map((field) => [field.id, field.label[locale]]));
  const descriptions = new Map(life.lines.map((line) => [line.lineId, line]));
  return kept([
    step.by === undefined ? '' : say(locale, 'document.life.by', { by: step.by }),
    step.carrier === undefined && step.addressee === undefined
      ? ''
      : say(locale, 'document.life.carried', { carrier: step.carrier === undefined ? 'none' : say(locale, `life.carrier.${step.carrier}`), addressee: step.addressee ?? 'none' }),
    amendment?.version !== undefined && amendment.former !== undefined
      ? say(locale, 'document.life.former', { version: String(amendment.version), former: String(amendment.former), fields: listText(locale, amendment.fields.map((id) => labels.get(id) ?? id)) || say(locale, 'document.empty') })
      : step.version === undefined
        ? ''
        : say(locale, 'document.life.version', { version: String(step.version) }),
    until ? say(locale, 'document.life.until', { until: momentText(until) }) : '',
    step.reason === undefined ? '' : say(locale, 'document.life.reason', { reason: reasonText(locale, reasons, step.reason) ?? step.reason }),
    ...(step.lines ?? []).map(({ lineId, quantity }) => {
      const line = descriptions.get(lineId);
      return say(locale, 'document.life.quantity', { description: line?.description ?? lineId, quantity: kept([numberText(locale, quantity), line?.unit]).join(' ') });
    }),
    spentText(locale, step.expenditure),
    ...(step.remark ?? '').split(/\r\n?|\n/),
    step.document === undefined ? '' : say(locale, 'document.life.document', { document: step.document }),
    step.announcement === undefined ? '' : say(locale, 'document.life.announcement'),
    step.corrects === undefined ? '' : say(locale, 'document.life.corrects'),
    step.correctedBy === undefined ? '' : say(locale, 'document.life.corrected'),
    doubt === undefined || !isMessageId(doubt) ? '' : say(locale, 'document.life.doubt', { reason: say(locale, doubt) }),
    say(locale, 'document.life.recorded', { by: authorText(locale, step.author), at: atText(step.recordedAt) }),
  ]);
}

function spentText(locale: Locale, { euros, hours, people }: Expenditure = {}): string {
  return kept([
    euros === undefined ? '' : say(locale, 'document.life.eurosText', { euros: money(locale, euros) }),
    hours === undefined ? '' : say(locale, 'document.life.spentHours', { hours: numberText(locale, hours) }),
    people === undefined ? '' : say(locale, 'document.life.spentPeople', { people: numberText(locale, people) }),
  ]).join(', ');
}

function reasonText(locale: Locale, reasons: readonly LifeReason[], id: string | undefined): string | undefined {
  return id === undefined ? undefined : (reasons.find((reason) => reason.id === id)?.title[locale] ?? id);
}

/** With two decimals as money is written, none where there are no cents. */
function money(locale: Locale, euros: number): string {
  const digits = Number.isInteger(euros) ? 0 : 2;
  return new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(euros);
}
