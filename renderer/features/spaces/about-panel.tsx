/** What a space is, what of it this post holds, and the fingerprint by which posts see that they know the same. */
import type { ReactNode } from 'react';
import type { SpaceDetail } from '../../../shared/domain/space.ts';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { Facts, Fingerprint, Panel, useSay } from '../../ui/index.ts';
import { contentsWords } from './space-words.ts';

export function AboutPanel({ space }: { readonly space: SpaceDetail }): ReactNode {
  const say = useSay();
  const { dateTimeZone, list } = useFormat();
  const { kind, home, differences, createdAt } = space.summary;
  return (
    <Panel title={say('spaces.about')}>
      <Facts
        rows={[
          { label: say('spaces.about.kind'), value: say(`spaces.kind.${kind}`), source: say(`spaces.kind.${kind}.help`) },
          ...(kind === 'exercise' ? [] : [{ label: say('spaces.about.home'), value: say(home ? 'spaces.about.home.yes' : 'spaces.about.home.no') }]),
          { label: say('spaces.about.holds'), value: contentsWords(space.contents, say, list) ?? say('spaces.about.nothing') },
          {
            label: say('spaces.about.differences'),
            value: differences === 0 ? say('spaces.about.differences.none') : <a href={href({ room: 'exchange' })}>{say('spaces.about.differences.some', { count: differences })}</a>,
          },
          { label: say('spaces.about.since'), value: dateTimeZone(createdAt) },
          space.fingerprint === ''
            ? { label: say('spaces.about.fingerprint'), value: say('spaces.about.fingerprint.none') }
            : { label: say('spaces.about.fingerprint'), value: <Fingerprint>{space.fingerprint}</Fingerprint>, source: say('spaces.about.fingerprint.help') },
        ]}
      />
    </Panel>
  );
}
