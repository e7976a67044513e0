/** Per capability line of a request: asked, granted, deployed, returned, as the steps tell it. */
import type { LifeLine, NewLifeStep } from '../../domain/life.ts';

/** A line of the version of now, or of an earlier one: then nothing is asked any more. */
export interface RequestLine {
  readonly id: string;
  readonly capabilityId?: string | undefined;
  readonly description: string;
  readonly unit?: string | undefined;
  readonly quantity?: number | undefined;
}
export type Counted = LifeLine;

type Counting = Pick<NewLifeStep, 'kind' | 'lines'>;

/** `steps` in the order in which they happened. */
export function countLines(steps: readonly Counting[], lines: readonly RequestLine[]): Counted[] {
  return lines.map((line) => {
    let granted: number | undefined;
    let deployed: number | undefined;
    let returned: number | undefined;
    for (const { kind, lines: named } of steps) {
      const own = named?.find(({ lineId }) => lineId === line.id)?.quantity;
      switch (kind) {
        case 'granted':
          // named lines alone change; without any all that is asked is granted
          granted = named === undefined ? (line.quantity ?? granted) : (own ?? granted);
          break;
        case 'grantedInPart':
          granted = named === undefined ? granted : (own ?? granted ?? 0);
          break;
        case 'deployed':
          deployed = named === undefined ? (granted ?? deployed) : own === undefined ? deployed : (deployed ?? 0) + own;
          break;
        case 'returned':
          returned = named === undefined ? (deployed ?? returned) : own === undefined ? returned : (returned ?? 0) + own;
          break;
        default:
          break;
      }
    }
    return {
      lineId: line.id,
      ...(line.capabilityId === undefined ? {} : { capabilityId: line.capabilityId }),
      description: line.description,
      ...(line.unit === undefined ? {} : { unit: line.unit }),
      ...(line.quantity === undefined ? {} : { asked: line.quantity }),
      ...(granted === undefined ? {} : { granted }),
      ...(deployed === undefined ? {} : { deployed }),
      ...(returned === undefined ? {} : { returned }),
    };
  });
}
