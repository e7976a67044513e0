import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../shared/errors.ts';
import { en } from '../../../shared/messages/en/index.ts';
import { isMessageId, say } from '../../../shared/messages/index.ts';
import { nl } from '../../../shared/messages/nl/index.ts';

/** The names of the values that a message takes, also those inside its choices. */
function valuesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === 'object' && part !== null) {
      // Type 0 is plain text and 7 the number sign of a plural; every other element names a value.
      if ('type' in part && 'value' in part && part.type !== 0 && part.type !== 7 && typeof part.value === 'string') names.add(part.value);
      Object.values(part).forEach(walk);
    }
  };
  walk(new IntlMessageFormat(message, 'nl').getAst());
  return [...names].toSorted();
}

const ours = Object.keys(nl).filter(isMessageId).filter((id) => /^(checks|document|error)\./.test(id));

describe('messages of checks, papers and errors', () => {
  it.each(ours)('%s takes the same values in both languages', (id) => {
    // Names of the catalogue and the packs come as {name} and {nameEn}.
    expect(valuesOf(en[id]).map((name) => name.replace(/En$/, ''))).toEqual(valuesOf(nl[id]));
  });
});

describe('errors', () => {
  const texts = (code: string, locale: 'nl' | 'en'): string[] =>
    ['', '.safe', '.do'].map((part) => {
      const id = `error.${code}${part}`;
      if (!isMessageId(id)) throw new Error(`no text ${id}`);
      return say(locale, id);
    });

  it.each(errorCodes)('%s says what happened, what is safe and what to do, without any value', (code) => {
    for (const locale of ['nl', 'en'] as const) {
      const said = texts(code, locale);
      for (const text of said) expect(text).toMatch(/^\p{Lu}.{10,}\.$/u);
      expect(new Set(said).size).toBe(3);
    }
  });

  it('never propose to throw data away', () => {
    for (const code of errorCodes) {
      expect(texts(code, 'nl').join(' ')).not.toMatch(/verwijder|wis\b|wissen|weggooi|gooi .* weg|opnieuw beginnen|leegmaken/i);
      expect(texts(code, 'en').join(' ')).not.toMatch(/delete|erase|remove|discard|throw|start over|wipe/i);
    }
  });

  it('tell five troubles of the store apart in every part', () => {
    const troubles = ['passphrase.wrong', 'file.damaged', 'disk.full', 'folder.readonly', 'file.newer'];
    for (const locale of ['nl', 'en'] as const) {
      expect(new Set(troubles.map((code) => texts(code, locale)[0])).size).toBe(5);
      expect(new Set(troubles.map((code) => texts(code, locale)[2])).size).toBe(5);
    }
  });
});
