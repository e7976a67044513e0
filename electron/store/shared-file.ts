/** A file that somebody gave: an exchange file, the card of a post or an invitation, told by what is in it. */
import { open } from 'node:fs/promises';
import type { Desk } from '../../db/documents/desk.ts';
import { type FileWork, readBundle } from '../../db/exchange/bundle.ts';
import { readCard, readInvitation } from '../../db/exchange/invitations.ts';
import { AppError } from '../../shared/errors.ts';
import type { SharedFile } from './port.ts';

/** A card has a kilobyte, an invitation a few hundred; more is no text of ours. */
const longestText = 5_000_000;

/** Throws `bundle.invalid`, `invitation.invalid`. */
export async function readShared(desk: Desk, path: string, work: FileWork): Promise<SharedFile> {
  const text = await textOf(path);
  if (text === undefined) return { kind: 'bundle', report: await readBundle(desk, path, work) };
  if (text.includes('"steunpunt-card/1"')) return { kind: 'card', text, card: readCard(text) };
  return { kind: 'invitation', text, invitation: readInvitation(desk, text) };
}

/** Undefined for what does not begin as JSON does. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const first = Buffer.alloc(1);
      await handle.read(first, 0, 1, 0);
      if (first.toString('latin1') !== '{') return undefined;
      if (size > longestText) throw new AppError('invitation.invalid', 'too large for a card or an invitation');
      return (await handle.readFile()).toString('utf8').slice(0, longestText);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bundle.invalid', 'the file could not be read', { cause: error });
  }
}
