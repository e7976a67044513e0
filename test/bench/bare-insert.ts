/** The rows that one store holds more than another, read into memory, and then inserted into the other with nothing around it. */
import { type SqlValue, type StoreFile, sql } from '../../db/file/driver.ts';

interface TableRows {
  readonly text: string;
  readonly rows: readonly (readonly SqlValue[])[];
}

/** A commit now and then, as the exchange does: about one for a batch that it takes in. */
const rowsPerCommit = 1_000;

/** Reads now; the work that it gives back is what is measured. */
export function bareInsert(full: StoreFile, empty: StoreFile): { readonly rows: number; readonly insert: () => void } {
  const tables: TableRows[] = [];
  // neither what FTS keeps for itself nor views
  for (const { name } of full.rows<{ name: string }>(sql`
    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`)) {
    const count = (file: StoreFile): number => file.row<{ count: number }>({ text: `SELECT count(*) AS count FROM "${name}"`, values: [] })?.count ?? 0;
    if (count(full) <= count(empty)) continue;
    const rows = full.rows<Record<string, SqlValue>>({ text: `SELECT * FROM "${name}"`, values: [] });
    const columns = Object.keys(rows[0] ?? {});
    tables.push({ text: `INSERT OR IGNORE INTO "${name}" (${columns.map((column) => `"${column}"`).join(',')}) VALUES (${columns.map(() => '?').join(',')})`, rows: rows.map((row) => Object.values(row)) });
  }
  // bare: in the order of the tables, whatever refers to what
  empty.pragma('foreign_keys = OFF');
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
    insert: () => {
      for (const { text, rows } of tables) {
        for (let start = 0; start < rows.length; start += rowsPerCommit) {
          empty.atomically(() => {
            for (const values of rows.slice(start, start + rowsPerCommit)) empty.run({ text, values });
          });
        }
      }
    },
  };
}
