/** Where one can be in the window, as typed values and as the hash of its address. */
import { useSyncExternalStore } from 'react';

export type Route =
  | { readonly room: 'workboard' }
  | { readonly room: 'dossiers' }
  | { readonly room: 'dossier'; readonly id: string }
  | { readonly room: 'requests' }
  /** `life`: how it fares, instead of what it says */
  | { readonly room: 'request'; readonly id: string; readonly view?: 'life' }
  | { readonly room: 'advices' }
  | { readonly room: 'advice'; readonly id: string }
  | { readonly room: 'life' }
  | { readonly room: 'catalogue'; readonly id?: string }
  /** `code` is a region, or `landelijk` for the offices that serve all of them */
  | { readonly room: 'contacts'; readonly code?: string }
  /** what goes to other posts and comes from them */
  | { readonly room: 'exchange' }
  | { readonly room: 'legalBases'; readonly id?: string }
  /** which legal basis; `dossierId` where it was opened from a dossier */
  | { readonly room: 'finder'; readonly dossierId?: string }
  /** of the exercise in view */
  | { readonly room: 'script' }
  /** fields of a document that posts changed apart, to be decided */
  | { readonly room: 'difference'; readonly id: string }
  /** of a document of any kind */
  | { readonly room: 'history'; readonly id: string }
  | { readonly room: 'spaces' }
  | { readonly room: 'space'; readonly id: string }
  | { readonly room: 'packs' }
  | { readonly room: 'settings' }
  | { readonly room: 'design' }
  | { readonly room: 'unknown' };

const words = {
  workboard: 'werkblad',
  dossiers: 'dossiers',
  requests: 'verzoeken',
  advices: 'adviezen',
  life: 'verloop',
  catalogue: 'catalogus',
  contacts: 'contacten',
  exchange: 'uitwisseling',
  legalBases: 'rechtsgrondslagen',
  finder: 'grondslag',
  script: 'draaiboek',
  difference: 'verschillen',
  history: 'geschiedenis',
  spaces: 'ruimten',
  packs: 'pakketten',
  settings: 'instellingen',
  design: 'ontwerp',
} as const;

export function href(route: Route): string {
  switch (route.room) {
    case 'dossier':
      return `#/${words.dossiers}/${encodeURIComponent(route.id)}`;
    case 'request':
      return `#/${words.requests}/${encodeURIComponent(route.id)}${route.view === 'life' ? `/${words.life}` : ''}`;
    case 'advice':
      return `#/${words.advices}/${encodeURIComponent(route.id)}`;
    case 'difference':
    case 'history':
      return withPart(words[route.room], route.id);
    case 'space':
      return `#/${words.spaces}/${encodeURIComponent(route.id)}`;
    case 'catalogue':
    case 'legalBases':
      return withPart(words[route.room], route.id);
    case 'contacts':
      return withPart(words.contacts, route.code);
    case 'finder':
      return withPart(words.finder, route.dossierId);
    case 'unknown':
      return `#/${words.workboard}`;
    default:
      return `#/${words[route.room]}`;
  }
}

function withPart(word: string, part: string | undefined): string {
  return part === undefined ? `#/${word}` : `#/${word}/${encodeURIComponent(part)}`;
}

export function parseHash(hash: string): Route {
  const [word = '', rawPart, ...rest] = hash.replace(/^#\/?/, '').split('/');
  const part = rawPart === undefined || rawPart === '' ? undefined : decode(rawPart);
  if (rest.length === 1 && rest[0] === words.life && word === words.requests && part !== undefined) return { room: 'request', id: part, view: 'life' };
  if (rest.length > 0) return { room: 'unknown' };
  switch (word) {
    case '':
    case words.workboard:
      return { room: 'workboard' };
    case words.dossiers:
      return part === undefined ? { room: 'dossiers' } : { room: 'dossier', id: part };
    case words.requests:
      return part === undefined ? { room: 'requests' } : { room: 'request', id: part };
    case words.advices:
      return part === undefined ? { room: 'advices' } : { room: 'advice', id: part };
    case words.life:
      return { room: 'life' };
    case words.catalogue:
      return part === undefined ? { room: 'catalogue' } : { room: 'catalogue', id: part };
    case words.contacts:
      return part === undefined ? { room: 'contacts' } : { room: 'contacts', code: part };
    case words.exchange:
      return { room: 'exchange' };
    case words.legalBases:
      return part === undefined ? { room: 'legalBases' } : { room: 'legalBases', id: part };
    case words.finder:
      return part === undefined ? { room: 'finder' } : { room: 'finder', dossierId: part };
    case words.script:
      return { room: 'script' };
    case words.difference:
      return part === undefined ? { room: 'unknown' } : { room: 'difference', id: part };
    case words.history:
      return part === undefined ? { room: 'unknown' } : { room: 'history', id: part };
    case words.spaces:
      return part === undefined ? { room: 'spaces' } : { room: 'space', id: part };
    case words.packs:
      return { room: 'packs' };
    case words.settings:
      return { room: 'settings' };
    case words.design:
      return { room: 'design' };
    default:
      return { room: 'unknown' };
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function navigate(route: Route): void {
  window.location.hash = href(route);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

let lastHash: string | undefined;
let lastRoute: Route = { room: 'workboard' };

/** The same object as long as the address stays the same. */
export function currentRoute(): Route {
  const { hash } = window.location;
  if (hash !== lastHash) {
    lastHash = hash;
    lastRoute = parseHash(hash);
  }
  return lastRoute;
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}
