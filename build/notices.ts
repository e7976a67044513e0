/**
 * What of others is shipped: the packages whose code went into a bundle, with their licences. The list is read from the bundles
 * themselves, so a library that slips in is named, and one that is no longer used is not.
 */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Name of the list that each bundle leaves beside itself. */
export const shippedList = 'packages.json';

/** Licences that may be shipped with a work under EUPL-1.2 without binding it further. */
export const allowedLicences: readonly string[] = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1', 'BlueOak-1.0.0'];

/** True when one of the licences of an SPDX expression such as `(MIT OR GPL-3.0-or-later)` is allowed. */
export function mayShip(licence: string): boolean {
  return licence.replace(/[()]/g, '').split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((one) => allowedLicences.includes(one)));
}

/** Folder of the package that a module lies in, or undefined for our own code. */
function packageFolder(moduleId: string): string | undefined {
  const match = /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(moduleId.split('?')[0] ?? '');
  return match?.[1];
}

function describe(folder: string): ShippedPackage {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license?: string };
  return { name, version, licence: license ?? 'none stated' };
}

/** Vite plugin: writes the packages of this bundle beside it. */
export function noteShippedPackages(outDir: string): Plugin {
  return {
    name: 'note-shipped-packages',
    writeBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const [id, module] of Object.entries(part.modules)) {
          const folder = module.renderedLength > 0 ? packageFolder(id) : undefined;
          if (folder !== undefined) folders.add(folder);
        }
      }
      const packages = [...folders].map(describe).sort((a, b) => (a.name < b.name ? -1 : 1));
      writeFileSync(path.join(outDir, shippedList), `${JSON.stringify(packages, undefined, 1)}\n`);
    },
  };
}

const licenceFile = (folder: string): string => {
  const name = existsSync(folder) ? readdirSync(folder).find((one) => /^(licen[sc]e|copying)/i.test(one)) : undefined;
  return name === undefined ? '' : readFileSync(path.join(folder, name), 'utf8').trim();
};

/** What is shipped unbundled: the driver that the archive holds, the font, and Electron itself. */
const besides: readonly string[] = ['better-sqlite3', '@fontsource/source-sans-3', 'electron'];

/** All shipped packages, from the lists in the bundles under `dist` and what is shipped besides. */
export function shippedPackages(root: string, bundles: readonly string[]): readonly ShippedPackage[] {
  const found = new Map<string, ShippedPackage>();
  const add = (one: ShippedPackage): void => void found.set(`${one.name}@${one.version}`, one);
  for (const bundle of bundles) {
    const file = path.join(root, 'dist', bundle, shippedList);
    if (existsSync(file)) for (const one of JSON.parse(readFileSync(file, 'utf8')) as ShippedPackage[]) add(one);
  }
  for (const name of besides) add(describe(path.join(root, 'node_modules', name)));
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The notices file that goes with the application. */
export function notices(root: string, bundles: readonly string[]): string {
  const parts = shippedPackages(root, bundles).map(({ name, version, licence }) => `${name} ${version} (${licence})\n\n${licenceFile(path.join(root, 'node_modules', name))}`.trim());
  return ['Steunpunt is licensed under the EUPL-1.2. It contains the following works of others.', 'Regions, municipalities and map: CBS and Kadaster, through PDOK, CC BY 4.0.', ...parts].join(`\n\n${'-'.repeat(80)}\n\n`);
}
