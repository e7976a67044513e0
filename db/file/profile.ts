/** What of a post lies in its folder, and whether there is one. Apart from what opens it: main asks before the store process is there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const keyFileName = 'keys.json';
export const storeFileName = 'store.db';

/** A post is there when either of its files is: neither may be lost by making another. */
export function holdsPost(folder: string): boolean {
  return existsSync(join(folder, keyFileName)) || existsSync(join(folder, storeFileName));
}
