/** What the window may not do, shown in the window itself: on Electron, or on the stand-in, which asks the same main process. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { calls, events } from '../../shared/contract.ts';
import { root } from '../helpers/app.ts';
import { expect, test } from '../helpers/window.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** A server that must never be reached: it counts who comes. */
async function trap(): Promise<{ readonly url: string; readonly hits: string[]; readonly close: () => Promise<void> }> {
  const hits: string[] = [];
  const server = http.createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/html' }).end('<h1>gevangen</h1>');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    hits,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Long enough for a navigation of this machine to begin; that none began can be shown in no other way. */
const settle = (window: Page): Promise<void> => window.evaluate(() => new Promise((resolve) => void setTimeout(resolve, 250)));

test('the page keeps the strict policy, word for word', async ({ window }) => {
  const headers = (await window.reload())?.headers() ?? {};
  expect(headers['content-security-policy']).toBe(policy);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
  expect(await window.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('no script comes from text: inline, eval, Function, markup', async ({ window }) => {
  const outcome = await window.evaluate(async () => {
    const refused: string[] = [];
    const attempt = (name: string, work: () => unknown): void => {
      try {
        work();
      } catch (thrown) {
        refused.push(`${name}: ${thrown instanceof Error ? thrown.name : 'thrown'}`);
      }
    };
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
    // out of the evaluation, which the debugger lets pass
    await new Promise<void>((resolve) =>
      setTimeout(() => {
        attempt('eval', () => Reflect.get(self, 'eval')('window.ran = 1'));
        attempt('Function', () => Reflect.construct(Function, ['window.ran = 1'])());
        attempt('innerHTML', () => (document.createElement('p').innerHTML = '<img src=x onerror="window.ran = 1">'));
        attempt('outerHTML', () => (document.body.appendChild(document.createElement('p')).outerHTML = '<b>x</b>'));
        attempt('insertAdjacentHTML', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'));
        attempt('document.write', () => document.write('<script>window.ran = 1</script>'));
        attempt('script.src', () => (document.createElement('script').src = 'data:text/javascript,window.ran=1'));
        attempt('policy', () => Reflect.get(self, 'trustedTypes').createPolicy('own', { createHTML: (text: string) => text }));
        const inline = document.createElement('script');
        inline.append('window.ran = 1');
        document.head.append(inline);
        const button = document.createElement('button');
        button.setAttribute('type', 'button');
        attempt('onclick', () => button.setAttribute('onclick', 'window.ran = 1'));
        document.body.append(button);
        button.click();
        setTimeout(resolve, 200);
      }, 0),
    );
    return { refused, violations, ran: 'ran' in self };
  });
  expect(outcome.ran).toBe(false);
  for (const name of ['eval', 'Function', 'innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'script.src', 'policy']) {
    expect(outcome.refused.some((line) => line.startsWith(`${name}:`)), `${name} in ${outcome.refused.join(', ')}`).toBe(true);
  }
  expect(outcome.violations).toEqual(expect.arrayContaining(['require-trusted-types-for', 'trusted-types']));
});

test('nothing of Node is in the page', async ({ window }) => {
  const present = await window.evaluate(() => ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate', 'electron', 'ipcRenderer'].filter((name) => name in globalThis));
  expect(present).toEqual([]);
});

test('window.steunpunt is two functions, and cannot be replaced', async ({ window }) => {
  const seen = await window.evaluate(async () => {
    const bridge: object = self.steunpunt;
    const replace = (work: () => void): string => {
      try {
        work();
        return 'no error';
      } catch (thrown) {
        return thrown instanceof Error ? thrown.name : 'thrown';
      }
    };
    const heard = await new Promise<number>((resolve) => {
      const stop = self.steunpunt.on('store.state', (...args: unknown[]) => {
        resolve(args.length);
        stop();
      });
    });
    return {
      keys: Object.keys(bridge),
      types: Object.values(bridge).map((part) => typeof part),
      assign: replace(() => Reflect.set(self, 'steunpunt', {})),
      same: self.steunpunt === bridge && !Reflect.set(self, 'steunpunt', {}) && !Reflect.set(bridge, 'call', 1) && !Reflect.set(bridge, 'more', 1),
      heard,
      unknownCall: await self.steunpunt.call('app.quit' as 'app.info', {}),
      prototypeCall: await self.steunpunt.call('constructor' as 'app.info', {}),
      unknownEvent: replace(() => void self.steunpunt.on('toString' as 'store.state', () => {})),
      unclonable: await self.steunpunt.call('app.info', { f: () => {} } as never),
    };
  });
  expect(seen.keys).toEqual(['call', 'on']);
  expect(seen.types).toEqual(['function', 'function']);
  expect(seen.same).toBe(true);
  expect(seen.heard).toBe(1);
  expect(seen.unknownCall).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  expect(seen.prototypeCall).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
  expect(seen.unknownEvent).not.toBe('no error');
  expect(seen.unclonable).toMatchObject({ ok: false });
});

test('the preload holds the names of the contract and no schema', async () => {
  const preload = readFileSync(path.join(root, 'dist', 'preload', 'preload.cjs'), 'utf8');
  for (const name of [...Object.keys(calls), ...Object.keys(events)]) expect(preload).toContain(JSON.stringify(name));
  expect(preload.length).toBeLessThan(6000);
});

test('no page leads away: every way of navigating ends where it began', async ({ window, context, app }) => {
  const elsewhere = await trap();
  const before = window.url();
  await window.evaluate(() => Reflect.set(self, 'mark', 'still here'));
  const target = elsewhere.url;
  const ways: Record<string, () => Promise<unknown>> = {
    'a link': () => window.evaluate((url) => Object.assign(document.createElement('a'), { href: url }).click(), target),
    'a link in a new window': () => window.evaluate((url) => Object.assign(document.createElement('a'), { href: url, target: '_blank' }).click(), target),
    'location.href': () => window.evaluate((url) => void (location.href = url), target),
    'location.assign': () => window.evaluate((url) => location.assign(url), target),
    'location.replace': () => window.evaluate((url) => location.replace(url), target),
    'a user name in the address': () => window.evaluate((url) => location.assign(url.replace('//', '//steunpunt@')), target),
    'our own page of another name': () => window.evaluate(() => location.assign('/elders')),
    'a file': () => window.evaluate(() => location.assign('file:///etc/passwd')).catch(() => {}),
    data: () => window.evaluate(() => location.assign('data:text/html,<h1>x</h1>')),
    javascript: () => window.evaluate(() => location.assign('javascript:document.title="x"')),
    'a form': () =>
      window.evaluate((url) => {
        const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
        document.body.append(form);
        form.submit();
        form.remove();
      }, target),
    'meta refresh': () =>
      window.evaluate((url) => {
        const meta = document.createElement('meta');
        meta.httpEquiv = 'refresh';
        meta.content = `0; url=${url}`;
        document.head.append(meta);
      }, target),
    'window.open': () => window.evaluate((url) => self.open(url) === null, target).then((denied) => expect(denied).toBe(true)),
    'window.open on ourselves': () => window.evaluate((url) => self.open(url, '_self') === null, target),
    'window.open of nothing': () => window.evaluate(() => self.open() === null).then((denied) => expect(denied).toBe(true)),
    'a middle click': async () => {
      await window.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url, id: 'middle', textContent: 'weg' });
        link.setAttribute('class', 'test-link');
        document.body.prepend(link);
      }, target);
      await window.locator('#middle').click({ button: 'middle', force: true });
      await window.evaluate(() => document.querySelector('#middle')?.remove());
    },
    'a download': () => window.evaluate((url) => Object.assign(document.createElement('a'), { href: url, download: 'x' }).click(), target),
  };
  for (const [way, go] of Object.entries(ways)) {
    await test.step(way, async () => {
      await go();
      await settle(window);
      expect(window.url(), way).toBe(before);
      expect(await window.evaluate(() => Reflect.get(self, 'mark')), way).toBe('still here');
    });
  }
  expect(context.pages().length).toBe(app.electron ? 0 : 1);
  expect(elsewhere.hits).toEqual([]);
  await elsewhere.close();
});

test('no request leads away: fetch, beacon, socket, picture, frame, worker, style', async ({ window }) => {
  const elsewhere = await trap();
  const outcome = await window.evaluate(async (url) => {
    const failed: string[] = [];
    const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
      try {
        await work();
      } catch {
        failed.push(name);
      }
    };
    const loads = (element: HTMLElement): Promise<unknown> =>
      new Promise((resolve, reject) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', reject);
        setTimeout(() => reject(new Error('nothing came')), 500);
        document.body.append(element);
      });
    await attempt('fetch', () => fetch(url));
    await attempt('fetch without cors', () => fetch(url, { mode: 'no-cors' }));
    await attempt('socket', () => new Promise((resolve, reject) => {
      const socket = new WebSocket(url.replace('http', 'ws'));
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    }));
    await attempt('events', () => new Promise((resolve, reject) => {
      const source = new EventSource(url);
      source.addEventListener('open', resolve);
      source.addEventListener('error', () => {
        source.close();
        reject(new Error('refused'));
      });
    }));
    await attempt('picture', () => loads(Object.assign(new Image(), { src: `${url}x.png` })));
    await attempt('style', () => loads(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${url}x.css` })));
    await attempt('blob worker', () => new Promise((resolve, reject) => {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
      worker.addEventListener('message', resolve);
      worker.addEventListener('error', reject);
    }));
    navigator.sendBeacon(url);
    const frame = Object.assign(document.createElement('iframe'), { src: url });
    document.body.append(frame);
    await new Promise((resolve) => void setTimeout(resolve, 300));
    let framed = 'blocked';
    try {
      framed = frame.contentDocument?.body.textContent ?? 'blocked';
    } catch {
      // an error page of the browser is of another origin
    }
    return { failed, framed };
  }, elsewhere.url);
  expect(outcome.failed).toEqual(['fetch', 'fetch without cors', 'socket', 'events', 'picture', 'style', 'blob worker']);
  expect(outcome.framed).not.toContain('gevangen');
  expect(elsewhere.hits).toEqual([]);
  await elsewhere.close();
});

test('every permission is denied', async ({ window }) => {
  const outcome = await window.evaluate(async () => {
    const nameOf = (work: () => Promise<unknown>): Promise<string> => work().then(String, (thrown: unknown) => (thrown instanceof Error ? thrown.name : 'thrown'));
    return {
      notification: await Notification.requestPermission(),
      camera: await nameOf(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await nameOf(() => navigator.mediaDevices.getDisplayMedia()),
      place: await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), (failure) => resolve(failure.code))),
      clipboard: await nameOf(() => navigator.clipboard.readText()),
      states: await Promise.all((['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'persistent-storage'] as PermissionName[]).map(async (name) => (await navigator.permissions.query({ name })).state)),
    };
  });
  expect(outcome).toEqual({ notification: 'denied', camera: 'NotAllowedError', screen: 'NotAllowedError', place: 1, clipboard: 'NotAllowedError', states: Array.from({ length: 6 }, () => 'denied') });
});

/** A word that no program writes by itself. */
const canary = 'zwanenhals-4711';

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesUnder(file) : [file];
  });
}

test('a day of work reaches for nothing beyond this machine and leaves no readable text behind', async ({ app, window, requests, profile }) => {
  const done = await window.evaluate(async (word) => {
    const { call } = self.steunpunt;
    const results: { readonly ok: boolean; readonly error?: { readonly code: string } }[] = [
      await call('post.create', { identity: { name: 'Post Zuid', function: 'rmoa', regionCode: 'VR24' }, passphrase: 'vier losse woorden samen' }),
      await call('search.find', { text: 'Valkenburg' }),
      await call('reference.all', {}),
    ];
    const created = await call('request.create', { templateId: 'wvr-51', values: { 'effect.text': `dijk ${word}` } });
    results.push(created);
    if (created.ok) {
      results.push(await call('request.save', { id: created.value.id, changes: { 'situation.description': `water ${word}` } }));
      results.push(await call('request.assess', { id: created.value.id }));
      results.push(await call('export.copy', { id: created.value.id, format: 'readout', locale: 'nl' }));
    }
    // a call that fails on text: errors and logs must not carry it
    await call('request.save', { id: '00000000-0000-4000-8000-000000000000', changes: { 'effect.text': word } });
    await call('request.save', { id: word, changes: {} });
    results.push(await call('post.lock', {}));
    return results.map((result) => (result.ok ? 'ok' : (result.error?.code ?? 'no code')));
  }, canary);
  expect(done).toEqual(done.map(() => 'ok'));
  expect(done.length).toBe(8);

  const { host } = new URL(app.address);
  expect(requests.length).toBeGreaterThan(5);
  expect(requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).host !== host)).toEqual([]);
  const holding = filesUnder(profile).filter((file) => readFileSync(file).includes(canary));
  expect(holding).toEqual([]);
  if (app.standIn) {
    expect(app.standIn.networkRecord()).toBe('');
    expect(app.standIn.log()).not.toContain(canary);
  }
});

test('on the stand-in a stranger gets nothing: other name, other origin, other site', async ({ app }) => {
  test.skip(app.standIn === undefined, 'not run: Electron has no server');
  const { host, port, origin } = new URL(app.address);
  const ask = (headers: Record<string, string>, method = 'GET', where = '/'): Promise<number> =>
    new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port, path: where, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      request.on('error', reject);
      request.end(method === 'POST' ? '{"channel":"call:app.info","args":[{}]}' : undefined);
    });
  expect(await ask({ Host: host })).toBe(200);
  expect(await ask({ Host: `127.0.0.1:${port}` })).toBe(403);
  expect(await ask({ Host: `localhost:${port}` })).toBe(403);
  expect(await ask({ Host: `${'0'.repeat(32)}.localhost:${port}` })).toBe(403);
  expect(await ask({ Host: `${host.split('.')[0]}.example.org:${port}` })).toBe(403);
  expect(await ask({ Host: host, 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await ask({ Host: host, Origin: origin }, 'POST', '/__shell/invoke')).toBe(200);
  expect(await ask({ Host: host }, 'POST', '/__shell/invoke')).toBe(403);
  expect(await ask({ Host: host, Origin: 'http://example.org' }, 'POST', '/__shell/invoke')).toBe(403);
  expect(await ask({ Host: host, Origin: 'null' }, 'POST', '/__shell/invoke')).toBe(403);
  expect(await ask({ Host: host }, 'GET', '/__shell/page/../run.ts')).toBe(404);
});
