import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { applyPolicy, isAllowedRequest, lockContents, lockSession } from '../../../electron/main/policy.ts';
import { profileFrom } from '../../../electron/main/profile.ts';

type Contents = Parameters<typeof lockContents>[0];
type Session = Parameters<typeof lockSession>[0];

function fakeContents() {
  const setWindowOpenHandler = vi.fn();
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler });
  return { contents, setWindowOpenHandler };
}

describe('a page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('is stopped at %s', (name) => {
    const { contents } = fakeContents();
    lockContents(contents as unknown as Contents);
    const event = { preventDefault: vi.fn() };
    contents.emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('opens no window', () => {
    const { contents, setWindowOpenHandler } = fakeContents();
    lockContents(contents as unknown as Contents);
    const handler = setWindowOpenHandler.mock.calls[0]![0];
    for (const url of ['https://example.org', 'app://steunpunt/', 'about:blank', 'javascript:1']) expect(handler({ url })).toEqual({ action: 'deny' });
  });

  it('is locked whichever part of the application made it, in the sandbox', () => {
    const app = Object.assign(new EventEmitter(), { enableSandbox: vi.fn() });
    applyPolicy(app as unknown as Parameters<typeof applyPolicy>[0]);
    expect(app.enableSandbox).toHaveBeenCalledOnce();
    const { contents, setWindowOpenHandler } = fakeContents();
    app.emit('web-contents-created', {}, contents);
    expect(setWindowOpenHandler).toHaveBeenCalledOnce();
  });
});

describe('the session', () => {
  const handlers = new Map<string, (...args: never[]) => unknown>();
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => void handlers.set(name, handler);
  let spellCheck = true;
  const events = new EventEmitter();
  lockSession({
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('display'),
    setSpellCheckerEnabled: (enable: boolean) => {
      spellCheck = enable;
    },
    webRequest: { onBeforeRequest: keep('before') },
    on: events.on.bind(events),
  } as unknown as Session);
  const call = (name: string, ...args: unknown[]): unknown => handlers.get(name)!(...(args as never[]));

  it('grants no permission, on request or on check, and no device', () => {
    const granted: unknown[] = [];
    call('request', null, 'media', (value: unknown) => granted.push(value));
    call('display', {}, (value: unknown) => granted.push(value));
    expect(granted).toEqual([false, null]);
    expect(call('check')).toBe(false);
    expect(call('device')).toBe(false);
  });

  it('fetches no dictionary and saves no download', () => {
    expect(spellCheck).toBe(false);
    const event = { preventDefault: vi.fn() };
    events.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('cancels a request to anywhere else', () => {
    const answers: unknown[] = [];
    for (const url of ['https://example.org/', 'app://steunpunt/index.html']) call('before', { url }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel: true }, { cancel: false }]);
  });

  it.each([
    ['app://steunpunt/', true],
    ['data:image/png;base64,AA', true],
    ['blob:app://steunpunt/1', true],
    ['app://steunpunt.example.org/', false],
    ['app://steunpunt', false],
    ['blob:https://example.org/1', false],
    ['http://127.0.0.1/', false],
    ['https://example.org/?app://steunpunt/', false],
    ['file:///etc/passwd', false],
    ['ws://example.org', false],
  ])('%s allowed: %s', (url, allowed) => {
    expect(isAllowedRequest(url)).toBe(allowed);
  });
});

describe('--profile', () => {
  it.each([
    [['electron', '.'], undefined],
    [['electron', '.', '--profile', '/data/post'], '/data/post'],
    [['electron', '.', '--profile=/data/post'], '/data/post'],
    [['electron', '.', '--profile', 'post'], '/home/u/post'],
    [['electron', '.', '--profile-directory=x'], undefined],
  ])('%j is %s', (args, profile) => {
    expect(profileFrom(args, '/home/u')).toBe(profile);
  });

  it.each([[['.', '--profile']], [['.', '--profile=']], [['.', '--profile', '--other']]])('%j lacks its folder', (args) => {
    expect(() => profileFrom(args, '/')).toThrow('--profile needs a folder');
  });
});
