/** Capabilities beside each other: one row per kind of fact, with what differs between them, as values. */
import type { Bilingual } from '../../../shared/domain/basics.ts';
import type { Capability, Effect } from '../../../shared/domain/capability.ts';
import type { MessageId } from '../../../shared/messages/index.ts';
import type { Format } from '../../app/language/index.ts';
import type { Say } from '../../ui/index.ts';

/** Fewer is no comparison, more do not fit beside each other. */
export const fewest = 2;
export const most = 4;

export interface ComparedText {
  readonly text: string;
  /** every one of the capabilities has it in this row */
  readonly isShared: boolean;
}

export interface ComparedRow {
  readonly label: MessageId;
  /** per capability, in their order; empty where no source says anything */
  readonly cells: readonly (readonly ComparedText[])[];
  readonly differs: boolean;
}

export interface CompareWords {
  readonly say: Say;
  readonly date: Format['date'];
  readonly bilingual: (text: Bilingual) => string;
  readonly effects: ReadonlyMap<string, Effect>;
  /** the post's own notes, by capability */
  readonly notes: ReadonlyMap<string, string>;
}

export function comparedRows(capabilities: readonly Capability[], { say, date, bilingual, effects, notes }: CompareWords): readonly ComparedRow[] {
  const texts = (facts: Capability['limits']): readonly string[] => facts.map((fact) => bilingual(fact.text));
  const row = (label: MessageId, of: (capability: Capability) => readonly string[]): ComparedRow => {
    const values = capabilities.map(of);
    const isShared = (text: string): boolean => values.every((value) => value.includes(text));
    return { label, cells: values.map((value) => value.map((text) => ({ text, isShared: isShared(text) }))), differs: values.some((value) => value.some((text) => !isShared(text))) };
  };
  const rows = [
    row('catalogue.class', ({ supply }) => [say(`catalogue.class.${supply.class}`)]),
    row('catalogue.effects', (capability) => capability.effects.map((id) => (effects.has(id) ? bilingual(effects.get(id)?.title ?? { nl: id, en: id }) : id))),
    row('catalogue.noticeFormal', ({ notice }) => [bilingual(notice.text)]),
    row('catalogue.noticePractice', ({ notice }) => (notice.practice ? [bilingual(notice.practice)] : [])),
    row('catalogue.quantities', ({ quantities }) => texts(quantities)),
    row('catalogue.limits', ({ limits }) => texts(limits)),
    row('catalogue.needs', ({ needs }) => texts(needs)),
    row('catalogue.call', ({ call }) => [say(`catalogue.call.${call.how}`), bilingual(call.text)]),
    row('catalogue.alternatives', ({ civilAlternatives }) => texts(civilAlternatives)),
    row('catalogue.readiness', ({ readiness }) => [say(`catalogue.readiness.${readiness.state}`), bilingual(readiness.text)]),
    row('catalogue.outlookLong', ({ outlook }) => [say(`catalogue.outlook.${outlook.state}`), bilingual(outlook.text)]),
    row('catalogue.valid', ({ validUntil }) => [say('catalogue.validUntil', { date: date(validUntil) })]),
    row('catalogue.note', ({ id }) => [notes.get(id) ?? []].flat()),
  ];
  return rows.filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

/** Takes a capability in or out of those chosen to compare; a fifth is refused. */
export function withPick(picked: readonly string[], id: string, takes: boolean): readonly string[] {
  if (!takes) return picked.filter((other) => other !== id);
  return picked.includes(id) || picked.length >= most ? picked : [...picked, id];
}
