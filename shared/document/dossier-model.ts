/** A dossier as a document: the incident, its requests, its log and what is attached. */
import type { AdviceSummary } from '../domain/advice.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Locale } from '../domain/basics.ts';
import type { DossierDocument } from '../domain/dossier.ts';
import type { Life } from '../domain/life.ts';
import type { LogEntry } from '../domain/log-entry.ts';
import { moment, momentOfInstant, momentText } from '../domain/moment.ts';
import type { PackVersions } from '../domain/pack.ts';
import type { Region } from '../domain/region.ts';
import type { RequestSummary } from '../domain/request.ts';
import { isMessageId, say } from '../messages/index.ts';
import { cleaned } from './clean.ts';
import { kept } from './field-text.ts';
import { numberText } from './format.ts';
import type { Block, DocumentModel, Fact } from './model.ts';

export interface DossierModelInput {
  readonly dossier: DossierDocument;
  readonly requests: readonly RequestSummary[];
  readonly log: readonly LogEntry[];
  readonly attachments: readonly Attachment[];
  readonly advices: readonly AdviceSummary[];
  /** of the requests of which something was recorded */
  readonly lives: readonly Life[];
  readonly regions: Readonly<Record<string, Region>>;
  readonly packVersions: PackVersions;
  readonly locale: Locale;
  /** instant on the post's clock, ISO UTC */
  readonly madeAt: string;
  readonly author: { readonly post: string; readonly function: string };
  readonly exercise: boolean;
}

export function dossierModel(input: DossierModelInput): DocumentModel {
  const { dossier, locale } = input;
  const madeAt = atText(input.madeAt);
  const author = authorText(locale, input.author);
  return cleaned({
    locale,
    title: say(locale, 'document.dossier'),
    reference: dossier.reference,
    state: 'snapshot' as const,
    exercise: input.exercise,
    madeAt,
    author,
    packVersions: input.packVersions,
    blocks: [{ kind: 'facts', facts: keyFacts(input, say(locale, 'document.made.text', { at: madeAt, author })) }, ...requestBlocks(input), ...lifeBlocks(input), ...adviceBlocks(input), ...logBlocks(input), ...attachmentBlocks(input)] satisfies Block[],
  });
}

function keyFacts({ dossier, regions, locale }: DossierModelInput, made: string): Fact[] {
  const { title, description, startedAt, closed, regions: affected = [] } = dossier.values;
  const started = moment(startedAt);
  return [
    { label: say(locale, 'document.reference'), text: [dossier.reference] },
    { label: say(locale, 'document.dossier.title'), text: kept([title]) },
    { label: say(locale, 'document.dossier.state'), text: [say(locale, closed === true ? 'document.dossier.closed' : 'document.dossier.open')] },
    { label: say(locale, 'document.dossier.started'), text: started ? [momentText(started)] : [] },
    { label: say(locale, 'document.dossier.regions'), text: affected.map(({ regionCode, grip }) => `${regions[regionCode]?.name ?? regionCode}: ${say(locale, 'document.grip', { grip })}`) },
    ...(description === undefined ? [] : [{ label: say(locale, 'document.dossier.description'), text: paragraphs(description) }]),
    { label: say(locale, 'document.made'), text: [made] },
  ];
}

function requestBlocks({ requests, locale }: DossierModelInput): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: say(locale, 'document.dossier.requests'), anchor: 'requests' };
  if (requests.length === 0) return [heading, { kind: 'paragraph', text: say(locale, 'document.dossier.noRequests') }];
  const facts = requests.map(({ reference, title, version, state, start }) => {
    const begins = moment(start);
    return {
      label: reference,
      text: kept([title, `${say(locale, 'document.version')} ${say(locale, 'document.version.text', { version: String(version), state })}`, begins ? momentText(begins) : undefined]),
    };
  });
  return [heading, { kind: 'facts', facts }];
}

/** Where each request stands and what is still to be done; every step stands in the timeline of the request. */
function lifeBlocks({ lives, locale }: DossierModelInput): Block[] {
  if (lives.length === 0) return [];
  const facts = lives.map(({ reference, state, tasks, comparison }) => ({
    label: reference,
    text: [
      say(locale, `life.state.${state}`),
      ...tasks.map(({ kind }) => say(locale, `life.task.${kind}`)),
      ...(comparison.differs === 'open' ? [] : [say(locale, `life.differs.${comparison.differs}`)]),
    ],
  }));
  return [{ kind: 'heading', level: 1, text: say(locale, 'document.dossier.lives'), anchor: 'lives' }, { kind: 'facts', facts }];
}

function adviceBlocks({ advices, locale }: DossierModelInput): Block[] {
  if (advices.length === 0) return [];
  const facts = advices.map(({ reference, title, version, state, outcome, requestReference }) => ({
    label: reference,
    text: kept([
      title,
      requestReference,
      `${say(locale, 'document.version')} ${say(locale, 'document.version.text', { version: String(version), state })}`,
      outcome === undefined ? undefined : say(locale, `advice.outcome.${outcome}`),
    ]),
  }));
  return [{ kind: 'heading', level: 1, text: say(locale, 'document.dossier.advices'), anchor: 'advices' }, { kind: 'facts', facts }];
}

function logBlocks({ log, locale }: DossierModelInput): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: say(locale, 'document.dossier.log'), anchor: 'log' };
  if (log.length === 0) return [heading, { kind: 'paragraph', text: say(locale, 'document.dossier.noLog') }];
  const written = new Map(log.map((entry) => [entry.id, atText(entry.writtenAt)]));
  const facts = log.map((entry) => {
    const at = moment(entry.at);
    const corrects = entry.corrects === undefined ? undefined : written.get(entry.corrects);
    const correctedBy = entry.correctedBy === undefined ? undefined : written.get(entry.correctedBy);
    return {
      label: `${at ? momentText(at) : entry.at} · ${say(locale, `document.dossier.kind.${entry.kind}`)}`,
      text: [
        ...paragraphs(entry.text),
        ...(corrects === undefined ? [] : [say(locale, 'document.dossier.corrects', { at: corrects })]),
        ...(correctedBy === undefined ? [] : [say(locale, 'document.dossier.corrected', { at: correctedBy })]),
        [say(locale, 'document.dossier.entry', { author: authorText(locale, entry.author), at: atText(entry.writtenAt) }), entry.copiedBy && say(locale, 'copies.entryBy', { post: entry.copiedBy.post })].filter(Boolean).join(', '),
      ],
    };
  });
  return [heading, { kind: 'facts', facts }];
}

function attachmentBlocks({ attachments, locale }: DossierModelInput): Block[] {
  if (attachments.length === 0) return [];
  const facts = attachments.map(({ name, mediaType, bytes, sha256, addedAt }) => ({
    label: name,
    text: [say(locale, 'document.dossier.attachment', { type: mediaType, bytes: numberText(locale, bytes), at: atText(addedAt) }), `SHA-256 ${sha256}`],
  }));
  return [{ kind: 'heading', level: 1, text: say(locale, 'document.dossier.attachments'), anchor: 'attachments' }, { kind: 'facts', facts }];
}

export function authorText(locale: Locale, author: { readonly post: string; readonly function: string }): string {
  const id = `document.function.${author.function}`;
  return `${author.post} (${isMessageId(id) ? say(locale, id) : author.function})`;
}

/** An instant of the post's clock as paper says it. */
export function atText(instant: string): string {
  const at = momentOfInstant(instant);
  return at ? momentText(at) : instant;
}

const paragraphs = (text: string): string[] => kept(text.split(/\r\n?|\n/));
