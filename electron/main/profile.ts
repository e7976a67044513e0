/** The command line: `--profile DIR` names the folder that holds everything of one post. */
import path from 'node:path';

/** The folder of `--profile DIR` or `--profile=DIR`, made absolute, or undefined. Throws when the folder's name is missing. */
export function profileFrom(args: readonly string[], cwd: string): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg !== '--profile' && !arg.startsWith('--profile=')) continue;
    const value = arg === '--profile' ? args[index + 1] : arg.slice('--profile='.length);
    if (value === undefined || value === '' || value.startsWith('--')) throw new Error('--profile needs a folder');
    return path.resolve(cwd, value);
  }
  return undefined;
}
