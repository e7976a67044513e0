/** The part of the contract that is about 'this post is the hub'. It is a process of its own: it goes on while the post is locked. */
import { z } from 'zod';
import { hubPort, ownHub } from '../domain/own-hub.ts';
import { call, nothing } from './call.ts';

export const ownHubCalls = {
  'hub.status': call({ owner: 'shell', whenLocked: true, input: nothing, output: ownHub }),
  /** answers when posts can reach it; one that runs stays as it is. Without `port`: the one it last ran at. This post adds it to its own hubs. */
  'hub.start': call({ owner: 'shell', input: z.strictObject({ port: hubPort.optional() }), output: ownHub }),
  /** answers when what was under way has ended */
  'hub.stop': call({ owner: 'shell', input: nothing, output: ownHub }),
} as const;
