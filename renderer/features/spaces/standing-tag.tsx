/** What this post is in a space. */
import type { ReactNode } from 'react';
import type { OwnStanding } from '../../../shared/domain/space.ts';
import { Tag, type TagTone, useSay } from '../../ui/index.ts';

const tones: Record<OwnStanding, TagTone> = { keeper: 'ok', editor: 'ok', reader: 'neutral', removed: 'bad', left: 'neutral', awaiting: 'warn' };

export function StandingTag({ standing }: { readonly standing: OwnStanding }): ReactNode {
  const say = useSay();
  return <Tag tone={tones[standing]}>{say(`spaces.standing.${standing}`)}</Tag>;
}
