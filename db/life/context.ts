/** What the document of a request tells the rules of its life. */
import { moment } from '../../shared/domain/moment.ts';
import type { FieldValues } from '../../shared/domain/request.ts';
import { citation } from '../../shared/rules/citation.ts';
import type { LifeContext } from '../../shared/rules/life/facts.ts';
import type { RequestLine } from '../../shared/rules/life/lines.ts';
import { read } from '../../shared/rules/values.ts';
import type { Desk } from '../documents/desk.ts';
import { type Revision, revisionsOf } from '../documents/revisions.ts';
import { type DocumentRow, valuesOf } from '../documents/working-copies.ts';
import type { StoreFile } from '../file/driver.ts';

/** The newest version that was finalised; the one before a draft. */
export function finalisedVersion({ state, version }: DocumentRow): number | undefined {
  if (state === 'finalised') return version;
  return version > 1 ? version - 1 : undefined;
}

/** Period and lines as they were asked: of the newest finalised version, else of the draft. Lines of earlier versions follow, asked no more. */
export function contextOf(desk: Desk, document: DocumentRow): LifeContext {
  const versions = finalisedRevisions(desk.file, document.id);
  const working = valuesOf(desk.file, document.id);
  const asked = versions[0]?.content.values ?? working;
  const period = read(asked, 'effect.period', 'period');
  const oral = read(working, 'applicant.oral', 'yesNo') === true ? read(working, 'applicant.oralAt', 'dateTime') : undefined;
  const current = linesIn(asked);
  const known = new Set(current.map(({ id }) => id));
  const earlier = [working, ...versions.slice(1).map(({ content }) => content.values)].flatMap(linesIn);
  const gone: RequestLine[] = [];
  for (const { quantity: _none, ...line } of earlier) {
    if (known.has(line.id)) continue;
    known.add(line.id);
    gone.push(line);
  }
  return {
    requestState: document.state,
    now: desk.now().toISOString(),
    start: instantOf(period?.start),
    end: instantOf(period?.end),
    oralAt: instantOf(oral),
    oralSource: oralSource(desk, document),
    lines: [...current, ...gone],
  };
}

/** Newest version first; of a version that was finalised twice the one that this post learned of last. */
export function finalisedRevisions(file: StoreFile, requestId: string): Revision<'request'>[] {
  return revisionsOf(file, requestId, 'request')
    .filter(({ content }) => content.state === 'finalised')
    .toSorted((one, other) => other.content.version - one.content.version || other.number - one.number);
}

export const instantOf = (zoned: string | undefined): string | undefined => moment(zoned)?.toAbsoluteString();

/** Where the basis says that paper may follow. */
export function oralSource({ reference }: Desk, { legal_basis_id }: DocumentRow): string | undefined {
  const basis = reference.all.legalBases.find(({ id }) => id === legal_basis_id);
  return basis === undefined ? undefined : citation(basis.urgency.provenance);
}

function linesIn(values: FieldValues): RequestLine[] {
  return (read(values, 'capabilities.lines', 'capabilityLines') ?? []).map(({ id, capabilityId, description, unit, quantity }) => ({
    id,
    description,
    ...(capabilityId === undefined ? {} : { capabilityId }),
    ...(unit === undefined ? {} : { unit }),
    ...(quantity === undefined ? {} : { quantity }),
  }));
}
