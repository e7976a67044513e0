/** Which open request asks which capability in which period: derived from the fields, kept with the change itself. */
import type { CapabilityClaim } from '../../shared/domain/claim.ts';
import { type StoreFile, sql, sqlOf } from '../file/driver.ts';
import { besides, inView } from './view.ts';

const claiming: readonly string[] = ['capabilities.lines', 'effect.period'];

/** Call inside the transaction of the change. `changed` names the fields that it touched; without it all of them. */
export function keepClaims(file: StoreFile, document: string, changed: Iterable<string> = claiming): void {
  if (![...changed].some((field) => claiming.includes(field))) return;
  file.run(sql`DELETE FROM capability_claim WHERE document = ${document}`);
  file.run(sql`
    INSERT INTO capability_claim (capability, document, start, end, start_at, end_at)
    SELECT DISTINCT json_extract(line.value, '$.capabilityId'), lines.document,
      json_extract(period.json, '$.start'), json_extract(period.json, '$.end'),
      strftime('%Y-%m-%dT%H:%M:%fZ', substr(json_extract(period.json, '$.start'), 1, instr(json_extract(period.json, '$.start'), '[') - 1)),
      strftime('%Y-%m-%dT%H:%M:%fZ', substr(json_extract(period.json, '$.end'), 1, instr(json_extract(period.json, '$.end'), '[') - 1))
    FROM field AS lines, json_each(lines.json) AS line
    LEFT JOIN field AS period ON period.document = lines.document AND period.id = 'effect.period'
    WHERE lines.document = ${document} AND lines.id = 'capabilities.lines' AND json_extract(line.value, '$.capabilityId') IS NOT NULL`);
}

interface Row {
  readonly capability: string;
  readonly document: string;
  readonly template_id: string;
  readonly reference: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly group_id: string | null;
}

/** What requests in view ask whose period is not over at `now` and whose dossier is not closed; of one capability, or of all. */
export function openClaims(file: StoreFile, now: string, capability?: string): CapabilityClaim[] {
  return file
    .rows<Row>(
      sqlOf(
        sql`
      SELECT capability, capability_claim.document, template_id, reference, start, end, group_id
      FROM capability_claim JOIN document ON document.id = capability_claim.document
      LEFT JOIN group_member ON group_member.document = capability_claim.document
      LEFT JOIN field AS closed ON closed.document = document.dossier AND closed.id = 'closed' AND closed.json = 'true'
      WHERE (end_at IS NULL OR end_at > ${now}) AND closed.id IS NULL AND (${capability ?? null} IS NULL OR capability = ${capability ?? null}) AND`,
        inView(file),
        sql`ORDER BY capability, reference`,
      ),
    )
    .map(claimOf);
}

/** More of one capability tell an adviser nothing new. */
const mostRivals = 10;

/**
 * What other open requests ask, in the time of this one, of the capabilities that it asks; not those of its group under its own template.
 * At most ten of each capability, so that a list of thousands that ask the same is assessed in time. A request without a beginning has no
 * rivals yet.
 */
export function rivalClaims(file: StoreFile, document: string, now: string): CapabilityClaim[] {
  const own = file.rows<{ capability: string; start_at: string; end_at: string | null; group_id: string | null; template_id: string; space: string }>(sql`
    SELECT capability, start_at, end_at, group_id, template_id, space
    FROM capability_claim JOIN document ON document.id = capability_claim.document
    LEFT JOIN group_member ON group_member.document = capability_claim.document
    WHERE capability_claim.document = ${document} AND start_at IS NOT NULL`);
  const rivals = own[0] && besides(file, own[0].space);
  return own
    .flatMap(({ capability, start_at, end_at, group_id, template_id }) =>
      file.rows<Row>(
        sqlOf(
          sql`
        SELECT capability, capability_claim.document, template_id, reference, start, end, group_id
        FROM capability_claim JOIN document ON document.id = capability_claim.document
        LEFT JOIN group_member ON group_member.document = capability_claim.document
        LEFT JOIN field AS closed ON closed.document = document.dossier AND closed.id = 'closed' AND closed.json = 'true'
        WHERE capability = ${capability} AND capability_claim.document <> ${document} AND closed.id IS NULL
          AND start_at IS NOT NULL AND (${end_at} IS NULL OR start_at < ${end_at})
          AND (end_at IS NULL OR (end_at > ${start_at} AND end_at > ${now}))
          AND (${group_id} IS NULL OR group_id IS NOT ${group_id} OR template_id <> ${template_id}) AND`,
          rivals ?? sql`1`,
          sql`LIMIT ${mostRivals}`,
        ),
      ),
    )
    .map(claimOf)
    .toSorted((one, other) => (one.reference < other.reference ? -1 : 1));
}

function claimOf(row: Row): CapabilityClaim {
  return {
    requestId: row.document,
    reference: row.reference,
    capabilityId: row.capability,
    templateId: row.template_id,
    period: { ...(row.start === null ? {} : { start: row.start }), ...(row.end === null ? {} : { end: row.end }) },
    ...(row.group_id === null ? {} : { groupId: row.group_id }),
  };
}
