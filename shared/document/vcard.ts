/** An office as a vCard 4.0 (RFC 6350), with what the post itself knows of it. An office is an organisation, never a person. */
import type { Locale } from '../domain/basics.ts';
import type { Contact, ContactChannel, ContactCompletion } from '../domain/contact.ts';

export interface VcardInput {
  readonly contact: Contact;
  readonly completion?: ContactCompletion | undefined;
  readonly locale: Locale;
}

export function vcard({ contact, completion, locale }: VcardInput): string {
  const name = contact.title[locale];
  const channels = [...contact.channels, ...(completion?.channels ?? [])];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `UID;VALUE=text:steunpunt-contact-${contact.id}`,
    `FN:${text(name)}`,
    `ORG:${text(name)}`,
    `ROLE:${text(contact.role[locale])}`,
    ...(contact.aliases.length === 0 ? [] : [`NICKNAME:${contact.aliases.map(text).join(',')}`]),
    ...channels.flatMap(({ kind, value }) => channelLine(kind, value)),
    ...[contact.use?.[locale], completion?.note].flatMap((note) => (note === undefined ? [] : [`NOTE:${text(note)}`])),
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function channelLine(kind: ContactChannel['kind'], value: string): string[] {
  switch (kind) {
    case 'phone':
      return [`TEL;TYPE=work,voice;VALUE=text:${text(value)}`];
    case 'alarm':
      return [`TEL;PREF=1;TYPE=work,voice;VALUE=text:${text(value)}`];
    case 'mail':
      return [`EMAIL;TYPE=work:${text(value)}`];
    case 'visit':
    case 'post':
      // the printed address as it is: its parts are not known apart
      return [`ADR;TYPE=work;LABEL=${parameter(value)}:;;${text(value)};;;;`];
  }
}

/** Escapes of RFC 6350, 3.4; what no line can carry becomes a space. */
function text(value: string): string {
  return value
    .replace(/\r\n?|\n/g, '\n')
    .replace(/[\p{Cc}--\n]/gv, ' ')
    .replace(/[\\,;]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A parameter in quotes cannot hold a quote (RFC 6868 writes it as ^'). */
const parameter = (value: string): string => `"${value.replaceAll('^', '^^').replaceAll('"', "^'").replace(/\p{Cc}+/gu, ' ')}"`;

const longestLine = 75;

/** Lines of at most 75 bytes, never broken inside a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let size = 0;
  for (const sign of line) {
    const bytes = bytesOf(sign.codePointAt(0) ?? 0);
    // a line that goes on begins with a space, which counts
    if (size + bytes > longestLine - (parts.length === 0 ? 0 : 1)) {
      parts.push(part);
      part = '';
      size = 0;
    }
    part += sign;
    size += bytes;
  }
  return [...parts, part].join('\r\n ');
}

/** Bytes of a character in UTF-8. */
function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
