/** Who counts on what: the claims of open requests by capability, those first on which several count at the same time. */
import type { CapabilityClaim } from '../../../shared/domain/claim.ts';
import { moment } from '../../../shared/domain/moment.ts';

export interface ClaimGroup {
  readonly capabilityId: string;
  /** the earliest first */
  readonly claims: readonly CapabilityClaim[];
  /** requests that count on it at the same time as another one; requests of one group ask for one need and are no rivals */
  readonly rivals: number;
}

const startOf = ({ period }: CapabilityClaim): number => moment(period.start)?.toDate().getTime() ?? Number.NEGATIVE_INFINITY;
const endOf = ({ period }: CapabilityClaim): number => moment(period.end)?.toDate().getTime() ?? Number.POSITIVE_INFINITY;
/** A claim without any moment says nothing of time. */
const hasTime = ({ period }: CapabilityClaim): boolean => period.start !== undefined || period.end !== undefined;

function areRivals(one: CapabilityClaim, other: CapabilityClaim): boolean {
  if (one.requestId === other.requestId || (one.groupId !== undefined && one.groupId === other.groupId)) return false;
  return hasTime(one) && hasTime(other) && startOf(one) < endOf(other) && startOf(other) < endOf(one);
}

export function claimGroups(claims: readonly CapabilityClaim[]): readonly ClaimGroup[] {
  return [...Map.groupBy(claims, ({ capabilityId }) => capabilityId)]
    .map(([capabilityId, own]) => ({
      capabilityId,
      claims: own.toSorted((one, other) => startOf(one) - startOf(other) || one.reference.localeCompare(other.reference)),
      rivals: own.filter((one) => own.some((other) => areRivals(one, other))).length,
    }))
    .toSorted((one, other) => other.rivals - one.rivals || other.claims.length - one.claims.length || one.capabilityId.localeCompare(other.capabilityId));
}
