/**
 * The thin interface over better-sqlite3 (the multiple-ciphers build). Nothing else in db/ imports the driver, so that it can be
 * replaced. Values reach SQL only as parameters of the `sql` template; statements are prepared once and kept by their text.
 */
import { dirname } from 'node:path';
import Driver from 'better-sqlite3';
import { told } from './failures.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;

export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

const texts = new WeakMap<TemplateStringsArray, string>();

/** A statement with its parameters: sql`SELECT json FROM field WHERE document = ${id}`. */
export function sql(parts: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  let text = texts.get(parts);
  if (text === undefined) {
    text = parts.join('?');
    texts.set(parts, text);
  }
  return { text, values };
}

/** One statement of several pieces, in their order, for a list whose conditions and order depend on what is asked. */
export function sqlOf(...pieces: readonly Sql[]): Sql {
  return { text: pieces.map(({ text }) => text).join(' '), values: pieces.flatMap(({ values }) => values) };
}

/** All of the conditions; there must be one. */
export function allOf(conditions: readonly Sql[]): Sql {
  return { text: conditions.map(({ text }) => `(${text})`).join(' AND '), values: conditions.flatMap(({ values }) => values) };
}

/** An open SQLite file. Every error leaves it as an AppError where a person can act on it (failures.ts). */
export interface StoreFile {
  readonly path: string;
  /** number of transactions committed through this connection */
  readonly commits: () => number;
  /** runs one statement, gives the number of changed rows */
  readonly run: (query: Sql) => number;
  readonly row: <Row>(query: Sql) => Row | undefined;
  readonly rows: <Row>(query: Sql) => Row[];
  /** several statements without parameters: migrations and settings */
  readonly script: (text: string) => void;
  /** first column of the first row of a PRAGMA */
  readonly pragma: (text: string) => unknown;
  /** all of it or nothing, durable when it returns; takes the write lock at once, so that it never fails half way as busy */
  readonly atomically: <T>(work: () => T) => T;
  readonly close: () => void;
}

export interface ConnectOptions {
  /** raw 32-byte key of the file; without one the file is not encrypted */
  readonly key?: Uint8Array;
  /** how long to wait for another process, in milliseconds */
  readonly patienceMs: number;
}

export function connect(path: string, options: ConnectOptions): StoreFile {
  const folder = dirname(path);
  const guard = <T>(work: () => T): T => told(folder, work);
  const driver = guard(() => new Driver(path, { timeout: options.patienceMs }));
  if (options.key) applyKey(driver, options.key);

  const statements = new Map<string, Driver.Statement<SqlValue[]>>();
  const prepared = (text: string): Driver.Statement<SqlValue[]> => {
    let statement = statements.get(text);
    if (!statement) {
      statement = driver.prepare<SqlValue[]>(text);
      statements.set(text, statement);
    }
    return statement;
  };

  let commits = 0;
  // asked of the driver for each statement, this would cost as much as a small one
  let within = 0;
  return {
    path,
    commits: () => commits,
    run: (query) =>
      guard(() => {
        const { changes } = prepared(query.text).run(...query.values);
        if (within === 0) commits += 1;
        return changes;
      }),
    // SQLite does not know the shape of a row: the caller names it beside the SELECT that makes it
    row: <Row>(query: Sql) => guard(() => prepared(query.text).get(...query.values) as Row | undefined),
    rows: <Row>(query: Sql) => guard(() => prepared(query.text).all(...query.values) as Row[]),
    script: (text) => {
      guard(() => driver.exec(text));
    },
    pragma: (text) => guard(() => driver.pragma(text, { simple: true })),
    atomically: (work) =>
      guard(() => {
        within += 1;
        try {
          const result = driver.transaction(work).immediate();
          if (within === 1) commits += 1;
          return result;
        } finally {
          within -= 1;
        }
      }),
    close: () => {
      guard(() => driver.close());
    },
  };
}

/** SQLCipher 4 format with a raw key, so that no key derivation runs and stock sqlcipher tools can rescue a file. */
function applyKey(driver: Driver.Database, key: Uint8Array): void {
  if (!hasCipher(driver)) throw new Error('the SQLite driver has no cipher');
  driver.pragma("cipher = 'sqlcipher'");
  driver.pragma('legacy = 4');
  const literal = rawKeyLiteral(key);
  try {
    driver.key(literal);
  } finally {
    literal.fill(0);
  }
}

/** The plain driver takes the same pragmas without a word and encrypts nothing. */
function hasCipher(driver: Driver.Database): driver is Driver.Database & { key(key: Buffer): number } {
  return 'key' in driver && typeof driver.key === 'function';
}

/** x'…64 hex digits…' as bytes: a string could not be wiped from memory. */
function rawKeyLiteral(key: Uint8Array): Buffer {
  const digits = Buffer.from('0123456789abcdef', 'latin1');
  const literal = Buffer.alloc(2 + key.length * 2 + 1);
  literal.write("x'", 0, 'latin1');
  key.forEach((byte, index) => {
    literal[2 + index * 2] = digits[byte >> 4] ?? 0;
    literal[3 + index * 2] = digits[byte & 15] ?? 0;
  });
  literal.write("'", literal.length - 1, 'latin1');
  return literal;
}
