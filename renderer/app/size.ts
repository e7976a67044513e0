/** The size of a file as people say it: decimal units, as the limit of 25 MB is meant. */
import type { Say } from '../ui/say.ts';

export function sizeText(bytes: number, say: Say): string {
  if (bytes < 1000) return say('dossier.size.bytes', { size: bytes });
  // rounded before the unit is chosen, so that 999,990 bytes are not 1,000 kB
  const kilobytes = Math.round(bytes / 100) / 10;
  if (kilobytes < 1000) return say('dossier.size.kB', { size: kilobytes });
  return say('dossier.size.MB', { size: Math.round(bytes / 100_000) / 10 });
}
