/** Every check by the id under which a template asks for it. */
import { competent, mandate } from './applicant.ts';
import { kingsCommissioner } from './basis.ts';
import { directAlarm, notice, outlook, readiness, validity } from './capabilities.ts';
import type { Check } from './check.ts';
import { arrangement } from './costs.ts';
import { notMeans } from './effect.ts';
import { powers } from './force.ts';
import { otherwise } from './motivation.ts';
import { doubleCount } from './people.ts';
import { complete, consistent } from './period.ts';
import { region } from './places.ts';
import { required } from './required.ts';
import { term } from './wording.ts';

export const checks = {
  required,
  'applicant.competent': competent,
  'applicant.mandate': mandate,
  'basis.kings-commissioner': kingsCommissioner,
  'period.complete': complete,
  'period.consistent': consistent,
  'effect.not-means': notMeans,
  'motivation.otherwise': otherwise,
  'force.powers': powers,
  'capability.readiness': readiness,
  'capability.notice': notice,
  'capability.validity': validity,
  'capability.direct-alarm': directAlarm,
  'capability.outlook': outlook,
  'municipality.region': region,
  'wording.term': term,
  'costs.arrangement': arrangement,
  'double-count.people': doubleCount,
} as const satisfies Readonly<Record<string, Check>>;

export type CheckId = keyof typeof checks;

export function isCheckId(id: string): id is CheckId {
  return Object.hasOwn(checks, id);
}
