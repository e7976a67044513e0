/**
 * What the app:// origin serves: the files of the built window, by a list made at start, and pages for print from memory, each once.
 * A path that is not on the list does not exist, so no spelling of `..` can reach another file.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export const scheme = 'app';
export const host = 'steunpunt';
export const origin = `${scheme}://${host}`;

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=(), fullscreen=()',
  'Cache-Control': 'no-store',
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
};

export interface Pages {
  readonly respond: (request: { readonly url: string; readonly method: string }) => Promise<Response>;
  /** keeps a page for one request; gives its address. `drop` forgets a page that nobody asked for. */
  readonly keepPrintPage: (html: string) => { readonly url: string; readonly drop: () => void };
}

/** Walked by hand: inside an ASAR archive the recursive option of readdir cannot be counted on. */
function listFiles(folder: string, prefix = ''): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(path.join(folder, entry.name), `${prefix}/${entry.name}`) : [`${prefix}/${entry.name}`],
  );
}

const answer = (status: number, body: string | Uint8Array<ArrayBuffer> | null, type = 'text/plain; charset=utf-8'): Response =>
  new Response(body, { status, headers: { ...headers, 'Content-Type': type } });

export function createPages(folder: string): Pages {
  const files = new Map(listFiles(folder).map((name) => [name, path.join(folder, ...name.split('/'))]));
  const printPages = new Map<string, string>();

  return {
    respond: async (request) => {
      if (request.method !== 'GET') return answer(405, null);
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (!url || url.protocol !== `${scheme}:` || url.host !== host || url.username !== '' || url.password !== '') return answer(404, null);
      const printPage = printPages.get(url.pathname);
      if (printPage !== undefined) {
        printPages.delete(url.pathname);
        return answer(200, printPage, types['.html']);
      }
      const name = url.pathname === '/' ? '/index.html' : url.pathname;
      const file = files.get(name);
      const type = types[path.extname(name)];
      if (!file || !type) return answer(404, null);
      try {
        return answer(200, new Uint8Array(await readFile(file)), type);
      } catch {
        return answer(404, null);
      }
    },
    keepPrintPage: (html) => {
      const name = `/print/${randomBytes(24).toString('base64url')}`;
      printPages.set(name, html);
      return { url: `${origin}${name}`, drop: () => void printPages.delete(name) };
    },
  };
}
