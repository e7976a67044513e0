/** An advice as a document: internal, and a paper of its own; as an annex of a request only when that was asked for. */
import type { AdviceCriterion, AdviceDocument, AdviceProposal } from '../domain/advice.ts';
import type { AssessmentReference, Finding } from '../domain/assessment.ts';
import type { Locale } from '../domain/basics.ts';
import { moment, momentText } from '../domain/moment.ts';
import type { CapabilityLine, FieldValue } from '../domain/request.ts';
import type { TemplateField } from '../domain/template.ts';
import { type MessageId, say } from '../messages/index.ts';
import { type AdviceContext, applies } from '../rules/advice/check.ts';
import { citation } from '../rules/citation.ts';
import { cleaned } from './clean.ts';
import { atText, authorText } from './dossier-model.ts';
import { fieldText, kept } from './field-text.ts';
import { numberText } from './format.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { packText, remarkBlocks } from './request-model.ts';

export interface AdviceModelInput {
  readonly advice: AdviceDocument;
  readonly criteria: readonly AdviceCriterion[];
  readonly context: AdviceContext;
  readonly request?: { readonly reference: string; readonly title: string } | undefined;
  /** of the template of its request, to read what is proposed */
  readonly fields: ReadonlyMap<string, TemplateField>;
  readonly reference: AssessmentReference;
  /** of the same working copy; printed only while it is a draft */
  readonly findings: readonly Finding[];
  readonly locale: Locale;
  /** instant on the post's clock, ISO UTC */
  readonly madeAt: string;
  readonly author: { readonly post: string; readonly function: string };
  readonly exercise: boolean;
}

export function adviceModel(input: AdviceModelInput): DocumentModel {
  const { advice, locale } = input;
  const author = authorText(locale, input.author);
  const madeAt = atText(input.madeAt);
  const blocks: Block[] = [
    ...(input.exercise ? [{ kind: 'remark' as const, tone: 'warning' as const, text: say(locale, 'document.exercise.remark') }] : []),
    ...(advice.state === 'draft' ? [{ kind: 'remark' as const, tone: 'concept' as const, text: say(locale, 'document.advice.draft') }] : []),
    { kind: 'remark', tone: 'note', text: say(locale, 'document.advice.internal') },
    { kind: 'facts', facts: keyFacts(input, say(locale, 'document.made.text', { at: madeAt, author })) },
    ...questionBlocks(input),
    ...weighingBlocks(input),
    ...criteriaBlocks(input),
    ...availabilityBlocks(input),
    ...proposalBlocks(input),
    ...versionBlocks(input),
    ...remarkBlocks(advice.state, input.findings, locale),
    { kind: 'remark', tone: 'note', text: say(locale, 'document.packs', { packs: packText(advice.packVersions) }) },
  ];
  return cleaned({
    locale,
    what: 'advice' as const,
    title: say(locale, 'document.advice'),
    reference: advice.reference,
    version: advice.version,
    state: advice.state,
    exercise: input.exercise,
    madeAt,
    author,
    packVersions: advice.packVersions,
    blocks,
  });
}

/** The paper of a request with its advice behind it, under headings of their own. */
export function withAnnex(request: DocumentModel, advice: DocumentModel): DocumentModel {
  const { locale } = request;
  const annex: Block = { kind: 'heading', level: 1, text: say(locale, 'document.advice.annex', { reference: advice.reference, version: String(advice.version ?? 1) }), anchor: 'annex' };
  const annexed = advice.blocks.map((block): Block => (block.kind === 'heading' ? { ...block, level: 2 } : block));
  return { ...request, blocks: [...request.blocks, annex, ...annexed] };
}

function keyFacts({ advice, request, locale }: AdviceModelInput, made: string): Fact[] {
  const { subject, outcome } = advice.values;
  const about = request === undefined ? undefined : say(locale, 'document.advice.aboutRequest', { reference: request.reference, title: request.title.trim() || 'none' });
  return [
    { label: say(locale, 'document.reference'), text: [advice.reference] },
    { label: say(locale, 'document.version'), text: [say(locale, 'document.version.text', { version: String(advice.version), state: advice.state })] },
    { label: say(locale, 'document.advice.about'), text: kept([about, subject]) },
    { label: say(locale, 'document.advice.outcome'), text: outcome === undefined ? [] : [say(locale, `advice.outcome.${outcome}`)] },
    { label: say(locale, 'document.made'), text: [made] },
  ];
}

function heading(locale: Locale, id: MessageId, anchor: string): Block {
  return { kind: 'heading', level: 1, text: say(locale, id), anchor: `advice-${anchor}` };
}

/** The informal stage; left out where nothing of it was written. */
function questionBlocks({ advice, locale }: AdviceModelInput): Block[] {
  const { askedBy, askedAt, wishes, effect, limits, possibilities } = advice.values;
  const asked = moment(askedAt);
  const facts = [
    fact(locale, 'askedBy', kept([askedBy])),
    fact(locale, 'askedAt', asked ? [momentText(asked)] : []),
    fact(locale, 'wishes', paragraphs(wishes)),
    fact(locale, 'effect', paragraphs(effect)),
    fact(locale, 'limits', paragraphs(limits)),
    fact(locale, 'possibilities', paragraphs(possibilities)),
  ].filter(({ text }) => text.length > 0);
  return facts.length === 0 ? [] : [heading(locale, 'document.advice.question', 'question'), { kind: 'facts', facts }];
}

function weighingBlocks({ advice, locale }: AdviceModelInput): Block[] {
  const { outcome, reason, conditions, alternative } = advice.values;
  const facts = [
    { label: say(locale, 'document.advice.outcome'), text: outcome === undefined ? [] : [say(locale, `advice.outcome.${outcome}`)] },
    fact(locale, 'reason', paragraphs(reason)),
    ...(conditions === undefined ? [] : [fact(locale, 'conditions', paragraphs(conditions))]),
    ...(alternative === undefined ? [] : [fact(locale, 'alternative', paragraphs(alternative))]),
  ];
  return [heading(locale, 'document.advice.weighing', 'weighing'), { kind: 'facts', facts }];
}

/** Every criterion that plays: one without a finding must be seen to have none. On a question only those that were found on. */
function criteriaBlocks({ advice, criteria, context, locale }: AdviceModelInput): Block[] {
  const facts = criteria.flatMap((criterion): Fact[] => {
    const { finding, reason, source } = advice.values.findings?.[criterion.id] ?? {};
    if (finding === undefined && (context.request === undefined || !applies(criterion, context))) return [];
    const rests = source ?? citation(criterion.provenance);
    return [{ label: criterion.title[locale], text: finding === undefined ? [] : kept([say(locale, `advice.finding.${finding}`), ...paragraphs(reason), say(locale, 'document.advice.source', { source: rests })]) }];
  });
  return facts.length === 0 ? [] : [heading(locale, 'document.advice.criteria', 'criteria'), { kind: 'facts', facts }];
}

function availabilityBlocks({ advice, locale, reference }: AdviceModelInput): Block[] {
  const facts = (advice.values.availability ?? []).map(({ capabilityId, description, state, asOf, toldBy, note }): Fact => {
    const at = moment(asOf);
    const known = say(locale, 'document.advice.known', { state: say(locale, `advice.availability.${state}`), at: at ? momentText(at) : 'none', by: toldBy?.trim() || 'none' });
    const named = capabilityId === undefined ? undefined : reference.capabilities[capabilityId]?.name[locale];
    return { label: description.trim() || (named ?? say(locale, 'document.empty')), text: kept([known, note]) };
  });
  return facts.length === 0 ? [] : [heading(locale, 'document.advice.availability', 'availability'), { kind: 'facts', facts }];
}

function proposalBlocks(input: AdviceModelInput): Block[] {
  const { advice, locale, fields } = input;
  const answers = new Map(advice.answers.map((answer) => [answer.proposalId, answer]));
  const facts = (advice.values.proposals ?? []).map((proposal): Fact => {
    const answer = answers.get(proposal.id);
    const answered =
      answer === undefined
        ? undefined
        : answer.answer === 'takenOver'
          ? say(locale, 'document.advice.takenOver', { by: authorText(locale, answer.by), at: atText(answer.at) })
          : say(locale, 'document.advice.declined', { by: authorText(locale, answer.by), at: atText(answer.at), reason: answer.reason ?? 'none' });
    return {
      label: fields.get(proposal.field)?.label[locale] ?? proposal.field,
      text: kept([
        ...proposedText(input, proposal),
        proposal.why.trim() === '' ? '' : say(locale, 'document.advice.why', { why: proposal.why }),
        say(locale, 'document.advice.proposedBy', { by: authorText(locale, proposal.by), at: atText(proposal.at) }),
        answered,
      ]),
    };
  });
  return facts.length === 0 ? [] : [heading(locale, 'document.advice.proposals', 'proposals'), { kind: 'facts', facts }];
}

/** What is proposed, as the paper of the request would say it. */
function proposedText({ locale, reference, fields }: AdviceModelInput, { field, value }: AdviceProposal): readonly string[] {
  if (value === null) return [say(locale, 'document.advice.empty')];
  const known = fields.get(field);
  if (known?.type === 'capabilityLines') return linesText(locale, value);
  if (known !== undefined && known.type !== 'signature') {
    const text = fieldText({ locale, values: { [field]: value }, reference }, known);
    if (text.length > 0) return text;
  }
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}

function linesText(locale: Locale, value: FieldValue): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((line: string | CapabilityLine | object) =>
    typeof line === 'object' && 'description' in line ? [kept([kept([line.quantity === undefined ? '' : numberText(locale, line.quantity), line.unit]).join(' '), line.description]).join(': ')] : [],
  );
}

/** Those that this one takes the place of. */
function versionBlocks({ advice, locale }: AdviceModelInput): Block[] {
  const items = advice.versions
    .filter(({ version }) => version < advice.version)
    .map(({ version, state, at, author, outcome }) =>
      say(locale, 'document.advice.version', { version: String(version), state, at: atText(at), by: authorText(locale, author), outcome: outcome === undefined ? 'none' : say(locale, `advice.outcome.${outcome}`) }),
    );
  return items.length === 0 ? [] : [heading(locale, 'document.advice.versions', 'versions'), { kind: 'list', ordered: false, items }];
}

type FactId = 'askedBy' | 'askedAt' | 'wishes' | 'effect' | 'limits' | 'possibilities' | 'reason' | 'conditions' | 'alternative';
const fact = (locale: Locale, id: FactId, text: readonly string[]): Fact => ({ label: say(locale, `document.advice.${id}`), text });

const paragraphs = (text: string | undefined): string[] => kept((text ?? '').split(/\r\n?|\n/));
