/**
 * Posts prove who they are by signing a challenge of this hub; no clock of a post takes part in it. What they get is a token that lives
 * in the memory of this process alone: after a restart they prove it again.
 */
import { randomBytes } from 'node:crypto';
import { sessionProof } from '../../db/exchange/hub-wire.ts';
import { isSignedBy } from '../../db/exchange/keys.ts';
import { publicKeyText } from '../../shared/domain/space.ts';
import { Refusal } from './refusal.ts';

const challengeMs = 60_000;
export const sessionSeconds = 12 * 3600;
const mostChallenges = 10_000;
const mostSessions = 10_000;

export interface Sessions {
  readonly challenge: () => string;
  /** gives a token; throws `hub.refused` */
  readonly open: (proof: { readonly signKey: string; readonly challenge: string; readonly signature: string }) => string;
  /** the key of the post whose token it is */
  readonly post: (token: string) => string | undefined;
  readonly count: () => number;
}

function keepBelow<T>(map: Map<string, T>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}

/** `now` in milliseconds of a clock that only goes forward. */
export function createSessions(pin: string, now: () => number): Sessions {
  const challenges = new Map<string, number>();
  const sessions = new Map<string, { readonly signKey: string; readonly until: number }>();

  return {
    challenge: () => {
      const challenge = randomBytes(32).toString('base64url');
      challenges.set(challenge, now() + challengeMs);
      keepBelow(challenges, mostChallenges);
      return challenge;
    },
    open: ({ signKey, challenge, signature }) => {
      const until = challenges.get(challenge);
      // once, whatever comes of it
      challenges.delete(challenge);
      if (until === undefined || until < now()) throw new Refusal('session.needed', 'the challenge is not of this hub, used, or too old');
      if (!publicKeyText.safeParse(signKey).success || !isSignedBy(Buffer.from(signKey, 'base64'), sessionProof(pin, challenge, signKey), Buffer.from(signature, 'base64'))) {
        throw new Refusal('hub.refused', 'the challenge is not signed by this key');
      }
      const token = randomBytes(32).toString('base64url');
      sessions.set(token, { signKey, until: now() + sessionSeconds * 1000 });
      keepBelow(sessions, mostSessions);
      return token;
    },
    post: (token) => {
      const session = sessions.get(token);
      if (session && session.until < now()) sessions.delete(token);
      return session && session.until >= now() ? session.signKey : undefined;
    },
    count: () => sessions.size,
  };
}
