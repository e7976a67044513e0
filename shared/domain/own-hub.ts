/** The hub that this post itself can be, for posts on the same network: an exercise LAN, or an operations room without internet. */
import { z } from 'zod';
import { errorCodes } from '../errors.ts';
import { instant } from './basics.ts';
import { hubPorts } from './limits.ts';

export const hubPort = z.int().min(hubPorts.lowest).max(hubPorts.highest);

export const ownHub = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('stopped'),
    /** the last one it ran at, or the usual one */
    port: hubPort,
    /** why it runs no longer though nobody stopped it */
    error: z.enum(errorCodes).optional(),
  }),
  z.strictObject({ state: z.literal('starting'), port: hubPort }),
  z.strictObject({
    state: z.literal('running'),
    port: hubPort,
    /** fingerprint of its key, to read aloud */
    pin: z.string(),
    /** where posts on the same network find it */
    addresses: z.array(z.string()).min(1),
    /** of its page with numbers, `<address>/keeper` */
    keeperCode: z.string(),
    since: instant,
    /** it came up with the application, because it was on when that ended */
    resumed: z.literal(true).optional(),
  }),
]);
export type OwnHub = z.infer<typeof ownHub>;
