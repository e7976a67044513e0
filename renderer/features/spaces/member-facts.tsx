/** What a post is, as rows of facts. */
import type { Region } from '../../../shared/domain/region.ts';
import type { MemberName } from '../../../shared/domain/space.ts';
import type { FactRow, Say } from '../../ui/index.ts';

export function memberFacts(name: MemberName, regionByCode: ReadonlyMap<string, Region>, say: Say): readonly FactRow[] {
  return [
    { label: say('spaces.member.function'), value: say(`frame.function.${name.function}`) },
    { label: say('spaces.member.region'), value: regionWords(name, regionByCode) },
  ];
}

/** A region that no pack of this post knows keeps its code. */
export function regionWords({ regionCode }: MemberName, regionByCode: ReadonlyMap<string, Region>): string {
  return [regionCode, regionByCode.get(regionCode)?.name].filter(Boolean).join(' ');
}
