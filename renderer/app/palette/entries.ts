/** What the palette lists: commands of the window and what the post's own search found, in groups, best group first. */
import type { PackKind } from '../../../shared/domain/pack.ts';
import type { SearchHit, SearchKind } from '../../../shared/domain/search.ts';
import type { Locale } from '../../../shared/domain/basics.ts';
import { plainText } from '../plain-text.ts';
import { type Route } from '../routes.ts';

export interface Entry {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  /** why it was found, where its title does not tell: another name (Den Bosch), an effect, a line of its text, a typing error forgiven */
  readonly why?: NonNullable<SearchHit['why']>;
  readonly keys?: string;
  /** the pack entry that it is, where it is one */
  readonly of?: { readonly kind: PackKind; readonly id: string };
  /** cannot be done now; its detail says why */
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

export interface EntryGroup {
  readonly kind: SearchKind | 'command';
  readonly entries: readonly Entry[];
}

export interface Command extends Entry {
  /** more words to find it by, in the language of the window */
  readonly words?: string;
}

/** Where a hit leads. A municipality leads to its region: that is what a request needs of it. */
export function routeOfHit({ kind, ref, regionCode }: SearchHit): Route {
  switch (kind) {
    case 'municipality':
      return regionCode === undefined ? { room: 'contacts' } : { room: 'contacts', code: regionCode };
    case 'region':
      return { room: 'contacts', code: ref };
    case 'capability':
    case 'effect':
      return { room: 'catalogue', id: ref };
    case 'legalBasis':
      return { room: 'legalBases', id: ref };
    case 'contact':
      return { room: 'contacts', code: regionCode ?? 'landelijk' };
    case 'request':
      return { room: 'request', id: ref };
    case 'dossier':
      return { room: 'dossier', id: ref };
    case 'advice':
      return { room: 'advice', id: ref };
  }
}

const packKinds: Readonly<Partial<Record<SearchKind, PackKind>>> = { capability: 'capabilities', effect: 'effects', legalBasis: 'legal-bases', contact: 'contacts' };

function packEntryOf({ kind, ref }: SearchHit): Pick<Entry, 'of'> {
  const packKind = packKinds[kind];
  return packKind === undefined ? {} : { of: { kind: packKind, id: ref } };
}

/** Every typed word begins a word of the command. */
export function findCommands(commands: readonly Command[], text: string): readonly Command[] {
  const typed = plainText(text).split(' ').filter(Boolean);
  if (typed.length === 0) return commands;
  return commands.filter((command) => {
    const words = plainText(`${command.title} ${command.words ?? ''}`).split(' ');
    return typed.every((part) => words.some((word) => word.startsWith(part)));
  });
}

/**
 * Commands come first when nothing is typed or when what is typed begins a command; otherwise what was found comes first, grouped by
 * kind in the order in which the search ranked the best hit of each.
 */
export function groupEntries(input: {
  readonly text: string;
  readonly commands: readonly Command[];
  readonly hits: readonly SearchHit[];
  readonly locale: Locale;
  readonly open: (route: Route) => void;
}): readonly EntryGroup[] {
  const { text, hits, locale, open } = input;
  const commands = findCommands(input.commands, text);
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  const found: EntryGroup[] = kinds.map((kind) => ({
    kind,
    entries: hits
      .filter((hit) => hit.kind === kind)
      .map((hit) => ({
        key: `${hit.kind} ${hit.ref}`,
        title: hit.title[locale],
        detail: hit.subtitle[locale],
        ...(hit.why === undefined || hit.why.kind === 'name' ? {} : { why: hit.why }),
        ...packEntryOf(hit),
        run: () => open(routeOfHit(hit)),
      })),
  }));
  if (commands.length === 0) return found;
  const group: EntryGroup = { kind: 'command', entries: commands };
  const begins = commands.some((command) => plainText(command.title).startsWith(plainText(text)));
  return begins ? [group, ...found] : [...found, group];
}
