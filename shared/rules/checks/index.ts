/** Every check by the id under which a template asks for it. */
import { competent, mandate } from './applicant.ts';
import { exclusive, kingdomConsent, kingsCommissioner, units } from './basis.ts';
import { directAlarm, notice, outlook, readiness, validity } from './capabilities.ts';
import type { Check } from './check.ts';
import { claimed } from './claims.ts';
import { arrangement } from './costs.ts';
import { notMeans } from './effect.ts';
import { powers } from './force.ts';
import { cbrn } from './hazards.ts';
import { ownCause } from './interest.ts';
import { capacity } from './kmar.ts';
import { motivated } from './market.ts';
import { otherwise } from './motivation.ts';
import { paper } from './oral.ts';
import { ownRequest } from './own-request.ts';
import { doubleCount } from './people.ts';
import { complete, consistent } from './period.ts';
import { region } from './places.ts';
import { ownRoute } from './real-estate.ts';
import { required } from './required.ts';
import { training } from './skills.ts';
import { temporary } from './temporary.ts';
import { coordinates, reach } from './territory.ts';
import { term } from './wording.ts';

export const checks = {
  required,
  'applicant.competent': competent,
  'applicant.mandate': mandate,
  'basis.kings-commissioner': kingsCommissioner,
  'basis.exclusive': exclusive,
  'basis.units': units,
  'basis.kingdom-consent': kingdomConsent,
  'kmar.capacity': capacity,
  'territory.reach': reach,
  'place.coordinates': coordinates,
  'oral.paper': paper,
  'period.complete': complete,
  'period.consistent': consistent,
  'temporary.period': temporary,
  'effect.not-means': notMeans,
  'motivation.otherwise': otherwise,
  'market.motivated': motivated,
  'real-estate.route': ownRoute,
  'interest.own-cause': ownCause,
  'force.powers': powers,
  'hazards.cbrn': cbrn,
  'capability.readiness': readiness,
  'capability.notice': notice,
  'capability.validity': validity,
  'capability.direct-alarm': directAlarm,
  'capability.skills': training,
  'capability.outlook': outlook,
  'capability.claimed': claimed,
  'municipality.region': region,
  'municipality.own-request': ownRequest,
  'wording.term': term,
  'costs.arrangement': arrangement,
  'double-count.people': doubleCount,
} as const satisfies Readonly<Record<string, Check>>;

export type CheckId = keyof typeof checks;

export function isCheckId(id: string): id is CheckId {
  return Object.hasOwn(checks, id);
}
