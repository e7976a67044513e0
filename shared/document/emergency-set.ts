/** The emergency set (noodset): what an adviser needs on paper when the machine is dead. Contacts of the region, catalogue pages, open requests. */
import type { Locale } from '../domain/basics.ts';
import type { Capability, CapabilityNote, Effect } from '../domain/capability.ts';
import type { Contact, ContactCompletion, Duty } from '../domain/contact.ts';
import { dayText, moment, momentText } from '../domain/moment.ts';
import type { PackVersions } from '../domain/pack.ts';
import type { Region } from '../domain/region.ts';
import { say } from '../messages/index.ts';
import { citation } from '../rules/citation.ts';
import { cleaned } from './clean.ts';
import { atText, authorText } from './dossier-model.ts';
import { kept } from './field-text.ts';
import type { Block, DocumentModel, Fact } from './model.ts';
import { outerBlocks } from './outer.ts';

export interface EmergencySetInput {
  readonly region: Region;
  /** of the whole pack; those of the region and the national ones are printed */
  readonly contacts: readonly Contact[];
  readonly completions: readonly ContactCompletion[];
  readonly duties: readonly Duty[];
  readonly capabilities: readonly Capability[];
  readonly effects: readonly Effect[];
  readonly notes: readonly CapabilityNote[];
  /** the papers of the chosen requests */
  readonly requests: readonly DocumentModel[];
  /** made while the post works in an exercise, or with a request of one in it */
  readonly exercise: boolean;
  readonly packVersions: PackVersions;
  readonly locale: Locale;
  /** instant on the post's clock, ISO UTC */
  readonly madeAt: string;
  readonly author: { readonly post: string; readonly function: string };
}

export function emergencySet(input: EmergencySetInput): DocumentModel {
  const { region, locale } = input;
  const ofRegion = input.contacts.filter(({ regionCode }) => regionCode === region.code);
  const national = input.contacts.filter(({ regionCode }) => regionCode === undefined);
  const blocks: Block[] = [
    ...personalRemark(input, [...ofRegion, ...national]),
    heading(1, say(locale, 'document.emergency.contacts'), 'contacts'),
    ...ofRegion.flatMap((contact) => contactBlocks(input, contact)),
    heading(1, say(locale, 'document.emergency.national'), 'national'),
    ...national.flatMap((contact) => contactBlocks(input, contact)),
    ...(input.capabilities.length === 0 ? [] : [heading(1, say(locale, 'document.emergency.capabilities'), 'capabilities')]),
    ...input.capabilities.flatMap((capability) => capabilityBlocks(input, capability)),
    heading(1, say(locale, 'document.emergency.requests'), 'requests'),
    ...(input.requests.length === 0 ? [{ kind: 'paragraph', text: say(locale, 'document.emergency.noRequests') } satisfies Block] : input.requests.flatMap(requestBlocks)),
  ];
  return cleaned({
    locale,
    title: say(locale, 'document.emergency'),
    reference: `${region.code} ${region.name}`,
    state: 'snapshot' as const,
    exercise: input.exercise,
    madeAt: atText(input.madeAt),
    author: authorText(locale, input.author),
    packVersions: input.packVersions,
    blocks,
  });
}

/** Said where the paper does hold what the post knows of people. */
function personalRemark({ completions, duties, locale }: EmergencySetInput, printed: readonly Contact[]): Block[] {
  const ids = new Set(printed.map(({ id }) => id));
  const isPersonal = [...completions, ...duties].some(({ contactId }) => ids.has(contactId));
  return isPersonal ? [{ kind: 'remark', tone: 'warning', text: say(locale, 'document.emergency.personal') }] : [];
}

const heading = (level: 1 | 2, text: string, anchor: string): Block => ({ kind: 'heading', level, text, anchor });

/** A row that says nothing is left out. */
const fact = (label: string, ...text: readonly (string | undefined)[]): Fact[] => {
  const said = kept(text);
  return said.length === 0 ? [] : [{ label, text: said }];
};

function contactBlocks({ completions, duties, locale, madeAt }: EmergencySetInput, contact: Contact): Block[] {
  const own = completions.find(({ contactId }) => contactId === contact.id);
  const now = Date.parse(madeAt);
  // a duty that is over helps nobody
  const onCall = duties.filter(({ contactId, end }) => contactId === contact.id && (moment(end)?.toDate().getTime() ?? 0) > now);
  const isEmpty = contact.channels.length === 0 && (own?.channels.length ?? 0) === 0;
  const facts = [
    ...fact(say(locale, 'document.emergency.role'), contact.role[locale]),
    ...contact.channels.flatMap(({ label, value }) => fact(label[locale], value)),
    ...(own?.channels ?? []).flatMap(({ kind, value }) => fact(say(locale, 'document.emergency.channel', { kind }), value)),
    ...(isEmpty ? fact(say(locale, 'document.emergency.channel', { kind: 'phone' }), say(locale, 'document.emergency.unknown')) : []),
    ...onCall.flatMap((duty) => fact(say(locale, 'document.emergency.duty'), dutyText(locale, duty), duty.phone, duty.note)),
    ...fact(say(locale, 'document.emergency.use'), contact.use?.[locale]),
    ...fact(say(locale, 'document.emergency.note'), own?.note),
  ];
  return [heading(2, contact.title[locale], `contact-${contact.id}`), { kind: 'facts', facts }];
}

function dutyText(locale: Locale, { who, start, end }: Duty): string {
  return say(locale, 'document.emergency.dutyLine', { who, start: writtenMoment(start), end: writtenMoment(end) });
}

function writtenMoment(at: string): string {
  const read = moment(at);
  return read ? momentText(read) : at;
}

function capabilityBlocks({ effects, notes, locale }: EmergencySetInput, capability: Capability): Block[] {
  const label = (id: 'summary' | 'effects' | 'supply' | 'quantities' | 'notice' | 'practice' | 'limits' | 'needs' | 'call' | 'readiness' | 'outlook' | 'alternatives' | 'validUntil' | 'note'): string =>
    say(locale, `document.emergency.${id}`);
  const stated = (facts: Capability['limits']): string[] => facts.map(({ text, provenance }) => sourced(locale, text[locale], provenance));
  const { notice, supply, call, readiness, outlook } = capability;
  const facts = [
    ...fact(label('summary'), capability.summary[locale]),
    ...fact(label('effects'), ...capability.effects.map((id) => effects.find((effect) => effect.id === id)?.title[locale] ?? id)),
    ...fact(label('supply'), sourced(locale, say(locale, 'document.emergency.supplyClass', { supply: supply.class }), supply.provenance)),
    ...fact(label('quantities'), ...stated(capability.quantities)),
    ...fact(label('notice'), sourced(locale, notice.text[locale], notice.provenance)),
    ...fact(label('practice'), notice.practice?.[locale]),
    ...fact(label('limits'), ...stated(capability.limits)),
    ...fact(label('needs'), ...stated(capability.needs)),
    ...fact(label('call'), sourced(locale, call.text[locale], call.provenance)),
    ...fact(label('readiness'), sourced(locale, readiness.text[locale], readiness.provenance)),
    ...fact(label('outlook'), sourced(locale, outlook.text[locale], outlook.provenance)),
    ...fact(label('alternatives'), ...stated(capability.civilAlternatives)),
    ...fact(label('note'), notes.find(({ capabilityId }) => capabilityId === capability.id)?.text),
    ...fact(label('validUntil'), dayText(capability.validUntil)),
  ];
  return [heading(2, capability.name[locale], `capability-${capability.id}`), { kind: 'facts', facts }];
}

const sourced = (locale: Locale, text: string, provenance: Capability['provenance']): string => say(locale, 'document.source', { text, source: citation(provenance) });

/** The paper of a request under a heading of its own: without the route, the open points and the lines to sign on. */
function requestBlocks(model: DocumentModel): Block[] {
  let signing = false;
  const inner = outerBlocks(model).flatMap((block): Block[] => {
    if (block.kind === 'heading') signing = block.anchor === 'signature';
    if (signing || block.kind === 'signature') return [];
    return [block.kind === 'heading' ? { ...block, level: 2, anchor: `${model.reference}-${block.anchor}` } : block];
  });
  return [heading(1, `${model.reference} · ${model.title}`, `request-${model.reference}`), ...inner];
}
