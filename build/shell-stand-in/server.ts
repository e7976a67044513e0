/**
 * Serves each window at its own host name on 127.0.0.1. The name holds the window's token, which nobody can guess: whoever asks under
 * another name, or from another origin, gets nothing. Beside the application's own protocol it answers `/__shell/`, the way between
 * the page and main.
 */
import { readFileSync } from 'node:fs';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import type { WebContents } from './contents.ts';
import { answerDialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import type { ToPage } from './page/messages.ts';
import { pageOf, rememberPage } from './pages.ts';
import { answer } from './protocol.ts';

const own = '/__shell/';
const pageFolder = path.join(import.meta.dirname, 'page');
const bodyLimit = 64 * 1024 * 1024;

let listening: Promise<Server> | undefined;
let port = 0;

function listen(): Promise<Server> {
  const server = createServer((request, response) => {
    serve(request, response).catch((thrown: unknown) => {
      process.stderr.write(`stand-in: ${thrown instanceof Error ? thrown.message : 'request failed'}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      ({ port } = server.address() as AddressInfo);
      resolve(server);
    });
  });
}

const hostOf = (contents: WebContents): string => `${contents.token}.localhost:${port}`;

/** The address under which a Chromium finds `url` of this window. */
export async function addressOf(contents: WebContents, url: string): Promise<string> {
  listening ??= listen();
  await listening;
  const { pathname, search, hash } = new URL(url);
  const address = `http://${hostOf(contents)}${pathname}${search}${hash}`;
  rememberPage(contents, address);
  return address;
}

/** The application's own address of what the page calls `address`; an address of elsewhere stays what it is. */
function appUrl(contents: WebContents, address: string): string {
  const there = new URL(address, `http://${hostOf(contents)}/`);
  return there.host === hostOf(contents) ? `${appOrigin(contents)}${there.pathname}${there.search}${there.hash}` : there.href;
}
const appOrigin = (contents: WebContents): string => contents.mainFrame.origin;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const contents = pageOf(request.headers.host?.split('.')[0] ?? '');
  const site = request.headers['sec-fetch-site'];
  if (!contents || contents.isDestroyed() || request.headers.host !== hostOf(contents) || site === 'cross-site' || site === 'same-site') {
    response.writeHead(403).end();
    return;
  }
  const target = request.url ?? '/';
  if (target.startsWith(own)) await serveOwn(contents, target.slice(own.length), request, response);
  else await serveApplication(contents, target, request, response);
}

async function serveApplication(contents: WebContents, target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = `${appOrigin(contents)}${target}`;
  const method = request.method ?? 'GET';
  if (!(await contents.session.mayRequest(url, method))) {
    response.writeHead(403).end();
    return;
  }
  const result = await answer(url, method);
  const headers = Object.fromEntries(result.headers);
  let body: Uint8Array = new Uint8Array(await result.arrayBuffer());
  if (headers['content-type']?.startsWith('text/html') && contents.preload !== undefined) {
    contents.documentRequested(url);
    body = Buffer.from(Buffer.from(body).toString('utf8').replace(/<head[^>]*>/i, (head) => `${head}<script type="module" src="${own}preload.js"></script>`));
  }
  response.writeHead(result.status, { ...headers, 'content-length': body.length }).end(body);
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > bodyLimit) throw new Error('body too large');
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

async function serveOwn(contents: WebContents, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    if (name === 'events') openStream(contents, request, response);
    else serveScript(contents, name, response);
    return;
  }
  if (request.method !== 'POST' || request.headers.origin !== `http://${hostOf(contents)}`) {
    response.writeHead(403).end();
    return;
  }
  const body = await readJson(request);
  const result = await answerPage(contents, name, body);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(result ?? null));
}

async function answerPage(contents: WebContents, name: string, body: Record<string, unknown>): Promise<unknown> {
  const text = (key: string): string => String(body[key] ?? '');
  switch (name) {
    case 'invoke':
      try {
        return { ok: true, value: await ipcMain.invoke(contents, text('channel'), Array.isArray(body['args']) ? body['args'] : []) };
      } catch (thrown) {
        return { ok: false, message: thrown instanceof Error ? thrown.message : 'failed' };
      }
    case 'place':
      contents.setURL(appUrl(contents, text('url')));
      return null;
    case 'loaded':
      contents.finishedLoading();
      return null;
    case 'may-navigate':
      return contents.mayNavigate(appUrl(contents, text('url')));
    case 'may-open':
      return contents.mayOpen({ url: appUrl(contents, text('url')), frameName: text('name'), features: text('features'), disposition: 'new-window' });
    case 'may-download':
      return contents.session.mayDownload();
    case 'may-use':
      return await contents.session.mayUse(text('permission'), appOrigin(contents));
    case 'answer':
      answerDialog(Number(body['id']), typeof body['answer'] === 'string' || typeof body['answer'] === 'boolean' ? body['answer'] : null);
      return null;
    default:
      throw new Error(`the page asked for what is not there: ${name}`);
  }
}

function openStream(contents: WebContents, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(':\n\n');
  const disconnect = contents.connect((message: ToPage) => response.write(`data: ${JSON.stringify(message)}\n\n`));
  request.on('close', disconnect);
}

/** The page's end of the stand-in, and the application's preload inside it. Types are stripped, nothing is bundled. */
function serveScript(contents: WebContents, name: string, response: ServerResponse): void {
  const headers = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  if (name === 'preload.js' && contents.preload !== undefined) {
    const preload = readFileSync(contents.preload, 'utf8');
    response.writeHead(200, headers).end(`import { requireElectron } from '${own}page/page.ts';\n((require, module, exports) => {\n${preload}\n})(requireElectron, { exports: {} }, {});\n`);
    return;
  }
  if (!/^page\/[a-z-]+\.ts$/.test(name)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, headers).end(stripTypeScriptTypes(readFileSync(path.join(pageFolder, name.slice('page/'.length)), 'utf8')));
}
