/**
 * Electron's fuses: switches burnt into the executable after packing. Every fuse is decided here; `strictlyRequireAllFuses` makes a
 * fuse that a later Electron adds fail the packaging until someone has chosen.
 */
import { type FuseV1Config, FuseV1Options, FuseVersion } from '@electron/fuses';

export const fuses: FuseV1Config & { strictlyRequireAllFuses: true } = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The executable is no general Node: ELECTRON_RUN_AS_NODE would run any script with our name and rights.
  [FuseV1Options.RunAsNode]: false,
  // The window keeps no cookies; should a library ever set one, it is encrypted.
  [FuseV1Options.EnableCookieEncryption]: true,
  // NODE_OPTIONS and NODE_EXTRA_CA_CERTS could load code or trust into the processes that hold the key.
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // --inspect would hand the store process, and with it the key, to any local program.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // The archive is checked against the hash in the executable (Windows and macOS; Linux has no check yet).
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // No unpacked `app` folder beside the archive can take its place.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // We ship no snapshot of our own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come over app://, so file:// needs no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Bounds checks of WebAssembly (Argon2id) by trap handler: Electron's default, and faster than explicit checks.
  [FuseV1Options.WasmTrapHandlers]: true,
};
