/** Who counts on what: which open requests of this post ask which capability, and when. */
import type { ReactNode } from 'react';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Panel, Skeleton, Tag, useBilingual, useSay } from '../../ui/index.ts';
import { claimGroups } from './claim-groups.ts';
import flow from '../../ui/flow.module.css';

export function ClaimsPanel(): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const format = useFormat();
  const { capabilityById } = useReference();
  const claims = useCall('capability.claims', {});
  useFollowing(claims.refresh);
  const groups = claims.state === 'ready' ? claimGroups(claims.value) : [];
  return (
    <Panel title={say('lifeDesk.claims')}>
      {claims.state === 'loading' && <Skeleton lines={3} />}
      {claims.state === 'error' && <ErrorState error={claims.error} onRetry={claims.refresh} />}
      {claims.state === 'ready' && groups.length === 0 && <p className={flow.quiet}>{say('lifeDesk.claimsNone')}</p>}
      <ul className={flow.tight}>
        {groups.map(({ capabilityId, claims: own, rivals }) => {
          const capability = capabilityById.get(capabilityId);
          return (
            <li key={capabilityId}>
              <a href={href({ room: 'catalogue', id: capabilityId })}>{capability ? bilingual(capability.name) : capabilityId}</a> {rivals > 0 && <Tag tone="warn">{say('lifeDesk.claimsRivals', { count: rivals })}</Tag>}
              <ul className={flow.quiet}>
                {own.map(({ requestId, reference, period: { start, end } }) => (
                  <li key={requestId}>
                    <a href={href({ room: 'request', id: requestId, view: 'life' })}>{reference}</a>{' '}
                    {start === undefined && end === undefined ? say('lifeDesk.claimNoPeriod') : [start, end].map((at) => (at === undefined ? '…' : format.dateTimeZone(at))).join(' – ')}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
