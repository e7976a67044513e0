/** Per line of the request: asked, granted, deployed, returned. One of the columns can be filled in, for the step that is being typed. */
import type { ReactNode } from 'react';
import type { LifeLine } from '../../../shared/domain/life.ts';
import { useFormat } from '../../app/language/index.ts';
import { NumberField, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './life.module.css';

const columns = ['asked', 'granted', 'deployed', 'returned'] as const;
const most = 1_000_000;

interface LinesTableProps {
  readonly lines: readonly LifeLine[];
  /** the column that is filled in */
  readonly counting?: string;
  readonly quantities?: Readonly<Record<string, number>>;
  readonly onQuantity?: (lineId: string, quantity: number | null) => void;
}

/** A line has its name above its numbers, so that neither is narrow. */
export function LinesTable({ lines, counting, quantities = {}, onQuantity }: LinesTableProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  return (
    <div className={styles.lines}>
      <table>
        <caption className="visually-hidden">{say('lifeDesk.lines')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {say(`lifeDesk.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {lines.map((line) => (
          <tbody key={line.lineId}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length}>
                {line.description || say('request.lineUnnamed')}
                {line.unit === undefined ? null : <span className={flow.quiet}> {line.unit}</span>}
              </th>
            </tr>
            <tr>
              {columns.map((column) => (
                <td key={column}>
                  {column === counting && onQuantity ? (
                    <NumberField
                      isLabelHidden
                      label={say('lifeDesk.quantityOf', { column: say(`lifeDesk.${column}`), line: line.description })}
                      minimum={0}
                      maximum={most}
                      value={quantities[line.lineId] ?? null}
                      onChange={(quantity) => onQuantity(line.lineId, quantity)}
                    />
                  ) : line[column] === undefined ? (
                    <span className={flow.quiet}>–</span>
                  ) : (
                    format.number(line[column])
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      {counting !== undefined && <p className={flow.quiet}>{say('lifeDesk.linesHelp')}</p>}
    </div>
  );
}
