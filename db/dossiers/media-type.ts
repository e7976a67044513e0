/** What a file is, told by its content. Its name decides only between one harmless text and another. */
import type { FileHandle } from 'node:fs/promises';
import type { MediaType } from '../../shared/domain/attachment.ts';

/** What the first bytes tell; `text` when they tell nothing and every byte of the file must still be looked at. */
export async function typeByContent(handle: FileHandle, size: number): Promise<MediaType | 'text' | undefined> {
  const head = await readAt(handle, 0, Math.min(size, 64));
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (head.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x50, 0x4b)) return officeType(head, await zipNames(handle, size));
  return isText(head) ? 'text' : undefined;
}

/** No control characters but those of lines and columns: so in UTF-8 and in the older single-byte sets, never in a program. */
export function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}

/** Word, Excel and OpenDocument files are archives with members of their own; with macros in them they are refused. */
function officeType(head: Buffer, names: readonly string[]): MediaType | undefined {
  if (names.some((name) => /vbaproject\.bin$|^(basic|scripts)\//i.test(name))) return undefined;
  if (names.includes('[Content_Types].xml')) {
    if (names.includes('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    if (names.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return undefined;
  }
  // OpenDocument puts its type first and unpacked, so that it can be told without an unzip
  const type = 'application/vnd.oasis.opendocument.text';
  const stated = head.subarray(30, 38).toString('latin1') === 'mimetype' ? head.subarray(38).toString('latin1') : '';
  return stated.startsWith(type.slice(0, stated.length)) && stated.length > 20 && names.includes('content.xml') ? type : undefined;
}

const endLength = 22;
/** Longest comment that may stand behind the end record of an archive. */
const longestComment = 0xffff;
/** A list of members that is longer belongs to no letter or table. */
const longestList = 1_000_000;

/** Names of the members of a ZIP file, from its central directory; none when it is not a sound one. */
async function zipNames(handle: FileHandle, size: number): Promise<readonly string[]> {
  const length = Math.min(size, endLength + longestComment);
  const tail = await readAt(handle, size - length, length);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + endLength > tail.length) return [];
  const listLength = tail.readUInt32LE(end + 12);
  const listStart = tail.readUInt32LE(end + 16);
  if (listLength > longestList || listStart + listLength > size) return [];
  const list = await readAt(handle, listStart, listLength);
  const names: string[] = [];
  for (let at = 0; at + 46 <= list.length && list.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = list.readUInt16LE(at + 28);
    names.push(list.subarray(at + 46, at + 46 + nameLength).toString('utf8'));
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return names;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
