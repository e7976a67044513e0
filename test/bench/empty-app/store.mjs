import { createRequire } from 'node:module';

// The driver of the repository: the peer opens its file with the same code and cipher.
const Database = createRequire(import.meta.url)('better-sqlite3');
const file = new Database(process.argv[2]);
file.pragma("cipher = 'sqlcipher'");
file.pragma('legacy = 4');
file.pragma(`key = "x'${'ab'.repeat(32)}'"`);
file.pragma('journal_mode = WAL');
const { count } = file.prepare('SELECT count(*) AS count FROM sqlite_master').get();
process.parentPort.postMessage(count);
