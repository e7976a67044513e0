/** How the stand-in is started: `[file, ...flags, '--headless'?, application folder, ...arguments of the application]`. */
import path from 'node:path';

export function standInCommand(): { readonly file: string; readonly flags: readonly string[] } {
  // the types of the stand-in's page scripts are stripped by a part of Node that still calls itself experimental
  return { file: process.execPath, flags: ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'run.ts')] };
}
