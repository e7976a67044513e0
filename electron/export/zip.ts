/** Files as one ZIP archive with a manifest that names the SHA-256 of each, so that whoever receives it can prove what it holds. */
import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';

export interface ZipJob {
  /** what the manifest says of the whole, beside its list of files */
  readonly about: Readonly<Record<string, string>>;
  /** ISO UTC: every member has this time, so that the same content gives the same archive */
  readonly madeAt: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** What is packed already gains nothing from being packed again. */
const packed = /\.(pdf|png|jpe?g|docx|xlsx|odt)$/i;

/** ZIP keeps the time of a wall without its zone, in years from 1980. */
const earliest = new Date(1980, 0, 1, 12);

export function zipOf({ about, madeAt, files }: ZipJob): Uint8Array {
  const manifest = {
    format: 'steunpunt-dossier/1',
    ...about,
    madeAt,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })),
  };
  const made = new Date(madeAt);
  const mtime = made > earliest ? made : earliest;
  const members: Zippable = {};
  for (const { name, bytes } of files) members[name] = [bytes, { level: packed.test(name) ? 0 : 6, mtime }];
  members['manifest.json'] = [Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`, 'utf8'), { level: 6, mtime }];
  return zipSync(members);
}
