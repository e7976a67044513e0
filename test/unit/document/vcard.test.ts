import { expect, it } from 'vitest';
import { vcard } from '../../../shared/document/vcard.ts';
import { packOf } from '../../helpers/packs.ts';

const locc = packOf('contacts').entries.find(({ id }) => id === 'locc')!;
const unfolded = (card: string): string[] => card.replaceAll('\r\n ', '').split('\r\n');

it('names the office, not a person, with every channel of the pack and of the post', () => {
  const lines = unfolded(vcard({ contact: locc, completion: { contactId: 'locc', channels: [{ kind: 'phone', value: '06 1' }], note: 'vraag\nnaar; piket', savedAt: '2026-11-22T02:00:00.000Z' }, locale: 'nl' }));
  expect(lines.slice(0, 3)).toEqual(['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org']);
  expect(lines).toContain('TEL;TYPE=work,voice;VALUE=text:088 662 80 48');
  expect(lines).toContain('TEL;TYPE=work,voice;VALUE=text:06 1');
  expect(lines).toContain('ADR;TYPE=work;LABEL="Huis ter Heideweg 62, 3705 LZ Zeist":;;Huis ter Heideweg 62\\, 3705 LZ Zeist;;;;');
  expect(lines).toContain('NOTE:vraag\\nnaar\\; piket');
  expect(lines.slice(-2)).toEqual(['END:VCARD', '']);
});

it('folds lines at 75 bytes and never inside a character; a value cannot begin a line of its own', () => {
  const hostile = `${'é👍'.repeat(60)}\r\nEND:VCARD`;
  const card = vcard({ contact: { ...locc, aliases: [hostile], channels: [{ ...locc.channels[0]!, kind: 'visit', value: `"x"\r\n${hostile}` }] }, locale: 'nl' });
  for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(card).not.toContain('\uFFFD');
  expect(card.match(/^END:VCARD$/gm)).toHaveLength(1);
  expect(unfolded(card).find((line) => line.startsWith('NICKNAME'))).toBe(`NICKNAME:${'é👍'.repeat(60)}\\nEND:VCARD`);
});
