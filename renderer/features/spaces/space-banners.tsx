/** How this post stands in a space where that is not plain membership, and what to do next. */
import type { ReactNode } from 'react';
import type { SpaceDetail } from '../../../shared/domain/space.ts';
import { useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { navigate } from '../../app/routes.ts';
import { Banner, Button, Points, useSay } from '../../ui/index.ts';
import { isFresh } from './what-may.ts';

export function SpaceBanners({ space }: { readonly space: SpaceDetail }): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const { id, standing, frozen } = space.summary;
  const hasExchanged = useExchange(({ status }) => status?.carriers.some(({ spaceId, lastAt }) => spaceId === id && lastAt !== undefined)) ?? false;
  const go = <Button onPress={() => navigate({ room: 'exchange' })}>{say('spaces.awaiting.go')}</Button>;
  return (
    <>
      {standing === 'awaiting' && (
        <Banner tone="warn" title={say('spaces.awaiting.title')} actions={go}>
          <p>{space.awaitedUntil === undefined ? say('spaces.awaiting.textOpen') : say('spaces.awaiting.text', { until: dateTimeZone(space.awaitedUntil) })}</p>
          <Points>{[say('spaces.awaiting.hub'), say('spaces.awaiting.file'), say('spaces.awaiting.never')]}</Points>
        </Banner>
      )}
      {(standing === 'removed' || standing === 'left') && (
        <Banner tone="warn" title={say(`spaces.${standing}.title`)}>
          <p>{say(`spaces.${standing}.text`)}</p>
        </Banner>
      )}
      {frozen && (
        <Banner title={say('spaces.frozen.title')}>
          <p>{say('spaces.frozen.text')}</p>
        </Banner>
      )}
      {!frozen && !hasExchanged && isFresh(space) && (
        <Banner title={say('spaces.fresh.title')} actions={go}>
          <p>{say('spaces.fresh.text')}</p>
        </Banner>
      )}
    </>
  );
}
