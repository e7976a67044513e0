/** The part of the contract that is about the application itself and the post: first start, unlock, lock. */
import { z } from 'zod';
import { passphrase, postIdentity, preferences } from '../domain/post.ts';
import { municipality, region } from '../domain/region.ts';
import { spaceView } from '../domain/space.ts';
import { call, nothing } from './call.ts';

export const postStatus = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('new') }),
  z.strictObject({ state: z.literal('locked') }),
  z.strictObject({ state: z.literal('open'), identity: postIdentity, fingerprint: z.string(), /** what the post works in, so that no screen shows before it is known */ view: spaceView }),
]);
export type PostStatus = z.infer<typeof postStatus>;

export const postCalls = {
  // — the application
  'app.info': call({ owner: 'shell', whenLocked: true, input: nothing, output: z.strictObject({ version: z.string(), electron: z.string(), chromium: z.string(), node: z.string() }) }),
  'app.preferences': call({ owner: 'shell', whenLocked: true, input: nothing, output: preferences }),
  'app.setPreferences': call({ owner: 'shell', whenLocked: true, input: preferences.partial(), output: preferences }),

  /** the answer to `app.closing`: everything typed is acknowledged, the window may go; `held`: something is not, and the window asks the person first */
  'app.flushed': call({ owner: 'shell', whenLocked: true, input: z.strictObject({ held: z.boolean().optional() }), output: nothing }),
  /** closes the application without asking the window again: the person was told what is not saved */
  'app.leave': call({ owner: 'shell', whenLocked: true, input: nothing, output: nothing }),

  // — the post: first start, unlock, lock
  'post.status': call({ owner: 'store', whenLocked: true, repeatable: true, input: nothing, output: postStatus }),
  /** regions and municipalities for the first start, read from the packs before there is a store */
  'post.regionChoices': call({
    owner: 'store',
    whenLocked: true,
    repeatable: true,
    input: nothing,
    output: z.strictObject({ regions: z.array(region), municipalities: z.array(municipality) }),
  }),
  'post.create': call({
    owner: 'store',
    whenLocked: true,
    input: z.strictObject({ identity: postIdentity, passphrase }),
    output: z.strictObject({ recoveryCode: z.string(), status: postStatus }),
  }),
  'post.unlock': call({ owner: 'store', whenLocked: true, input: z.strictObject({ passphrase }), output: postStatus }),
  /** opens with the printed recovery code and sets a new passphrase; the code stays valid */
  'post.recover': call({ owner: 'store', whenLocked: true, input: z.strictObject({ recoveryCode: z.string().min(1).max(200), newPassphrase: passphrase }), output: postStatus }),
  /** closes the store, ends its process and with it every copy of the key, starts a locked one */
  'post.lock': call({ owner: 'shell', whenLocked: true, input: z.strictObject({ by: z.enum(['person', 'idle']).optional() }), output: postStatus }),
} as const;
