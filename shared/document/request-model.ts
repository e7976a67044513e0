/** A request as a document: what stands on paper and in which order, for every format alike. */
import type { AssessmentReference, Finding } from '../domain/assessment.ts';
import type { Locale } from '../domain/basics.ts';
import type { LegalBasis } from '../domain/legal-basis.ts';
import { homeZone, moment, momentOfInstant, momentText } from '../domain/moment.ts';
import type { CapabilityLine, RequestDocument } from '../domain/request.ts';
import type { Template, TemplateField, TemplateSection } from '../domain/template.ts';
import { isMessageId, say } from '../messages/index.ts';
import { partOf } from '../rules/basis-part.ts';
import { shownFields } from '../rules/conditions.ts';
import { citation } from '../rules/citation.ts';
import { route } from '../rules/route.ts';
import { read } from '../rules/values.ts';
import { cleaned } from './clean.ts';
import { type Reading, fieldText, kept, periodText } from './field-text.ts';
import { numberText } from './format.ts';
import type { Block, DocumentModel, Fact } from './model.ts';

export interface RequestModelInput {
  readonly document: RequestDocument;
  readonly template: Template;
  readonly basis: LegalBasis;
  readonly reference: AssessmentReference;
  /** of the same working copy; printed only while it is a draft */
  readonly findings: readonly Finding[];
  readonly locale: Locale;
  /** instant on the post's clock, ISO UTC */
  readonly madeAt: string;
  readonly zone?: string;
  readonly author: { readonly post: string; readonly function: string };
  readonly exercise: boolean;
}

export function requestModel(input: RequestModelInput): DocumentModel {
  const { document, basis, locale } = input;
  const made = momentOfInstant(input.madeAt, input.zone ?? homeZone);
  const madeAt = made ? momentText(made) : input.madeAt;
  const author = authorText(input);
  const shown = shownFields(input.template, document.values);
  const reading: Reading = { locale, values: document.values, reference: input.reference };
  const blocks: Block[] = [
    ...standing(input),
    { kind: 'facts', facts: keyFacts(input, reading, shown, say(locale, 'document.made.text', { at: madeAt, author })) },
    ...input.template.sections.flatMap((section) => sectionBlocks(section, reading, shown)).map(numbered()),
    ...routeBlocks(input),
    ...remarkBlocks(document.state, input.findings, locale),
    ...signatureBlocks(reading, shown),
    { kind: 'remark', tone: 'note', text: say(locale, 'document.packs', { packs: packText(document.packVersions) }) },
  ];
  return cleaned({
    locale,
    title: say(locale, `document.title.${basis.term}`),
    reference: document.reference,
    version: document.version,
    state: document.state,
    exercise: input.exercise,
    madeAt,
    author,
    packVersions: document.packVersions,
    blocks,
  });
}

function authorText({ author, locale }: RequestModelInput): string {
  const id = `document.function.${author.function}`;
  return `${author.post} (${isMessageId(id) ? say(locale, id) : author.function})`;
}

function standing({ document, exercise, locale }: RequestModelInput): Block[] {
  const remarks: Block[] = [];
  if (exercise) remarks.push({ kind: 'remark', tone: 'warning', text: say(locale, 'document.exercise.remark') });
  if (document.state === 'draft') remarks.push({ kind: 'remark', tone: 'concept', text: say(locale, 'document.draft.remark') });
  else if (document.finalisedDespite !== undefined) remarks.push({ kind: 'remark', tone: 'warning', text: say(locale, 'document.despite', { reason: document.finalisedDespite }) });
  return remarks;
}

/** Who asks, with the region whose chair it is, or the public body that a template for several asks by name: 'Burgemeester, gemeente Terschelling'. */
function applicantText(reading: Reading, shown: ReadonlyMap<string, TemplateField>): string {
  const of = (id: string): string => {
    const field = shown.get(id);
    return field ? fieldText(reading, field).join(' ') : '';
  };
  const actor = of('applicant.actor');
  return shown.has('applicant.organ') ? kept([actor, of('applicant.organ')]).join(', ') : kept([actor, of('applicant.region')]).join(' ');
}

const optional = (label: string, text: readonly string[]): Fact[] => (text.length === 0 ? [] : [{ label, text }]);

function keyFacts({ document, template, basis, locale }: RequestModelInput, reading: Reading, shown: ReadonlyMap<string, TemplateField>, made: string): Fact[] {
  const of = (id: string): readonly string[] => {
    const field = shown.get(id);
    return field ? fieldText(reading, field) : [];
  };
  return [
    { label: say(locale, 'document.reference'), text: [document.reference] },
    { label: say(locale, 'document.version'), text: [say(locale, 'document.version.text', { version: String(document.version), state: document.state })] },
    ...optional(say(locale, 'document.to'), of('sending.to')),
    { label: say(locale, 'document.basis'), text: kept([`${basis.short}: ${basis.title[locale]}`, partOf(basis, template.id)?.title[locale]]) },
    { label: say(locale, 'document.applicant'), text: kept([applicantText(reading, shown)]) },
    ...optional(say(locale, 'document.incident'), of('applicant.incident')),
    { label: say(locale, 'document.period'), text: periodText(reading, 'effect.period') },
    ...optional(say(locale, 'document.priority'), of('effect.priority')),
    { label: say(locale, 'document.made'), text: [made] },
  ];
}

/** A section holds its filled fields and its required empty ones; a section with neither is left out. */
function sectionBlocks(section: TemplateSection, reading: Reading, shown: ReadonlyMap<string, TemplateField>): Block[] {
  const blocks: Block[] = [];
  let facts: Fact[] = [];
  const flush = (): void => {
    if (facts.length > 0) blocks.push({ kind: 'facts', facts });
    facts = [];
  };
  for (const field of section.fields) {
    if (!shown.has(field.id) || field.type === 'signature') continue;
    const lines = field.type === 'capabilityLines' ? (read(reading.values, field.id, 'capabilityLines') ?? []) : [];
    if (lines.length > 0) {
      flush();
      blocks.push(capabilityTable(reading, lines));
      continue;
    }
    const text = fieldText(reading, field);
    if (text.length > 0 || field.required !== undefined) facts.push({ label: field.label[reading.locale], text });
  }
  flush();
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: section.title[reading.locale], anchor: `section-${section.id}` }, ...blocks];
}

/** Numbers the headings of the sections as they come out, so that a person on the telephone can say 'part 4'. */
function numbered(): (block: Block) => Block {
  let number = 0;
  return (block) => {
    if (block.kind !== 'heading') return block;
    number += 1;
    return { ...block, text: `${number} ${block.text}` };
  };
}

function capabilityTable({ locale, reference }: Reading, lines: readonly CapabilityLine[]): Block {
  const column = (id: 'number' | 'name' | 'quantity' | 'unit' | 'note' | 'substitutes'): string => say(locale, `document.capabilities.${id}`);
  const rows = lines.map((line, index) => {
    const known = line.capabilityId === undefined ? undefined : reference.capabilities[line.capabilityId]?.name[locale];
    const description = line.description.trim();
    // Where the unit counts people, their number already stands under quantity.
    const people = line.people === undefined || line.people === line.quantity ? '' : say(locale, 'document.capabilities.people', { people: line.people });
    return [
      String(index + 1),
      (known ?? description) || say(locale, 'document.empty'),
      line.quantity === undefined ? '' : numberText(locale, line.quantity),
      line.unit?.trim() ?? '',
      kept([known === undefined || description === known ? '' : description, people, line.note]).join('; '),
      line.substitutes?.trim() ?? '',
    ];
  });
  return {
    kind: 'table',
    caption: say(locale, 'document.capabilities.caption'),
    columns: [column('number'), column('name'), column('quantity'), column('unit'), column('note'), column('substitutes')],
    rows,
  };
}

function routeBlocks({ document, template, basis, reference, locale }: RequestModelInput): Block[] {
  const steps = route({ values: document.values, basis, reference, template });
  return [
    { kind: 'heading', level: 1, text: say(locale, 'document.route'), anchor: 'route' },
    { kind: 'list', ordered: true, items: steps.map((step) => say(locale, 'document.source', { text: step.text[locale], source: citation(step.provenance) })) },
  ];
}

const loudness = ['blocks', 'warns', 'informs'] as const;

/** Open points, while it is a draft. */
export function remarkBlocks(state: 'draft' | 'finalised', findings: readonly Finding[], locale: Locale): Block[] {
  if (state !== 'draft') return [];
  const items = loudness.flatMap((outcome) =>
    findings.flatMap((finding) => {
      if (finding.outcome !== outcome || !isMessageId(finding.messageId)) return [];
      const text = say(locale, finding.messageId, finding.values);
      const words = finding.source === '' ? text : say(locale, 'document.source', { text, source: finding.source });
      return [say(locale, `document.remark.${outcome}`, { text: words })];
    }),
  );
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: say(locale, 'document.remarks'), anchor: 'remarks' },
    { kind: 'list', ordered: false, items },
  ];
}

/** Lines to sign on stand empty on paper; name and office are filled where the draft knows them. */
function signatureBlocks(reading: Reading, shown: ReadonlyMap<string, TemplateField>): Block[] {
  const { locale, values } = reading;
  const field = [...shown.values()].find((one) => one.type === 'signature');
  if (!field) return [];
  const signature = read(values, field.id, 'signature');
  const at = moment(signature?.signedAt);
  const authority = applicantText(reading, shown);
  const line = (id: 'for' | 'office' | 'name' | 'mandate' | 'at' | 'sign', text: string | undefined): Fact => ({ label: say(locale, `document.signature.${id}`), text: kept([text]) });
  return [
    { kind: 'heading', level: 1, text: say(locale, 'document.signature'), anchor: 'signature' },
    {
      kind: 'signature',
      lines: [
        ...(signature?.mandated === true ? [line('for', authority), line('mandate', signature.mandate)] : []),
        line('office', signature?.office),
        line('name', signature?.name),
        line('at', at ? momentText(at) : undefined),
        line('sign', undefined),
      ],
    },
  ];
}

export function packText(versions: RequestDocument['packVersions']): string {
  return Object.entries(versions)
    .map(([id, version]) => `${id} ${version}`)
    .sort()
    .join(', ');
}
