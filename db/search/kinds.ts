/** What sets the kinds of entries apart. */
import type { SearchKind } from '../../shared/domain/search.ts';

export function isPlace(kind: SearchKind): boolean {
  return kind === 'municipality' || kind === 'region';
}

/** What people write at the post, beside what the packs bring. */
export function isWritten(kind: SearchKind): kind is 'request' | 'dossier' | 'advice' {
  return kind === 'request' || kind === 'dossier' || kind === 'advice';
}
