/**
 * PouchDB replicating the same documents, each with as many revisions, between two databases in memory of one process: no network, no
 * TLS, no encryption, nothing durable. It carries the last revision of each document and the names of the earlier ones.
 */
import { createRequire } from 'node:module';

/** As much of it as is used here. Its own definitions bring another Buffer than Node's, and two of its packages have none. */
interface Database {
  readonly bulkDocs: (documents: readonly object[]) => Promise<readonly Written[]>;
  readonly info: () => Promise<{ readonly doc_count: number }>;
  readonly destroy: () => Promise<unknown>;
}
interface Pouch {
  new (name: string, options: { readonly adapter: 'memory' }): Database;
  readonly plugin: (plugin: unknown) => Pouch;
  readonly replicate: (source: Database, target: Database, options: { readonly batch_size: number; readonly batches_limit: number }) => Promise<unknown>;
}
const load = createRequire(import.meta.url);

interface Written {
  readonly id: string;
  readonly rev: string;
}

/** Milliseconds of the replication. `bodies` are the JSON texts of the documents as they are last. */
export async function replicateWithPouch(bodies: readonly string[], revisionsEach: number): Promise<number> {
  const Pouch = (load('pouchdb-core') as Pouch).plugin(load('pouchdb-adapter-memory')).plugin(load('pouchdb-replication'));
  const [source, target] = [new Pouch('bench-source', { adapter: 'memory' }), new Pouch('bench-target', { adapter: 'memory' })];
  try {
    const revisions = new Map<string, string>();
    for (let round = 1; round <= revisionsEach; round += 1) {
      for (let start = 0; start < bodies.length; start += 1_000) {
        const documents = bodies.slice(start, start + 1_000).map((body, index) => {
          const id = `document-${start + index}`;
          const held = revisions.get(id);
          return { _id: id, ...(held === undefined ? {} : { _rev: held }), round, body: JSON.parse(body) as object };
        });
        for (const written of await source.bulkDocs(documents)) revisions.set(written.id, written.rev);
      }
    }
    const started = performance.now();
    await Pouch.replicate(source, target, { batch_size: 1_000, batches_limit: 10 });
    const took = performance.now() - started;
    const { doc_count: count } = await target.info();
    if (count !== bodies.length) throw new Error(`PouchDB replicated ${count} of ${bodies.length} documents`);
    return took;
  } finally {
    await source.destroy();
    await target.destroy();
  }
}
