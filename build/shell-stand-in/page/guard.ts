/** What Electron asks main before a page leaves, opens or uses something, asked here through the Navigation API and by overrides. */
import { ask, askNow } from './way.ts';

const opensElsewhere = (link: HTMLAnchorElement): boolean => link.href !== '' && link.target !== '' && link.target !== '_self';

const guardLink = (event: MouseEvent): void => {
  const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
  if (!link || link.href === '') return;
  const elsewhere = opensElsewhere(link) || event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  if (elsewhere && !askNow('may-open', { url: link.href, name: link.target, features: '' })) event.preventDefault();
};

/** A link that is in no document is clicked where no listener of the window hears it. */
function guardLooseLinks(): void {
  const click = HTMLElement.prototype.click;
  HTMLElement.prototype.click = function guarded(this: HTMLElement) {
    if (this instanceof HTMLAnchorElement && !this.isConnected && opensElsewhere(this) && !askNow('may-open', { url: this.href, name: this.target, features: '' })) return;
    click.call(this);
  };
}

export function guardNavigation(): void {
  navigation.addEventListener('navigate', (event) => {
    if (event.hashChange || event.destination.sameDocument || event.navigationType === 'reload') return;
    const allowed = event.downloadRequest === null ? askNow('may-navigate', { url: event.destination.url }) : askNow('may-download', {});
    if (!allowed) event.preventDefault();
  });
  navigation.addEventListener('navigatesuccess', () => void ask('place', { url: location.href }));

  const open = window.open.bind(window);
  window.open = (url = '', name = '', features = '') => {
    const target = new URL(url, location.href).href;
    return askNow('may-open', { url: target, name, features }) ? open(url, name, features) : null;
  };
  window.addEventListener('click', guardLink, true);
  window.addEventListener('auxclick', guardLink, true);
  guardLooseLinks();
}

const refused = (): DOMException => new DOMException('Permission denied', 'NotAllowedError');

/** Replaces a method by one that asks main first. Where a Chromium has no such method, none is made. */
function guardMethod(owner: object | undefined, method: string, permission: string, refuse: (args: readonly unknown[]) => unknown): void {
  if (!owner) return;
  const original: unknown = Reflect.get(owner, method);
  if (typeof original !== 'function') return;
  Object.defineProperty(owner, method, {
    configurable: true,
    value: (...args: unknown[]) => (askNow('may-use', { permission }) ? Reflect.apply(original, owner, args) : refuse(args)),
  });
}

const reject = (): Promise<never> => Promise.reject(refused());
const failGeolocation = ([, failed]: readonly unknown[]): void => {
  if (typeof failed === 'function') queueMicrotask(() => failed({ code: 1, message: 'User denied Geolocation', PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 }));
};

export function guardPermissions(): void {
  const devices = navigator as Navigator & { readonly [K in 'usb' | 'hid' | 'serial' | 'bluetooth']?: object };
  guardMethod(navigator.mediaDevices, 'getUserMedia', 'media', reject);
  guardMethod(navigator.mediaDevices, 'getDisplayMedia', 'display-capture', reject);
  guardMethod(navigator.geolocation, 'getCurrentPosition', 'geolocation', failGeolocation);
  guardMethod(navigator.geolocation, 'watchPosition', 'geolocation', (args) => (failGeolocation(args), 0));
  guardMethod(navigator.clipboard, 'readText', 'clipboard-read', reject);
  guardMethod(navigator.clipboard, 'read', 'clipboard-read', reject);
  guardMethod(navigator.clipboard, 'writeText', 'clipboard-sanitized-write', reject);
  guardMethod(navigator, 'requestMIDIAccess', 'midi', reject);
  guardMethod(devices.usb, 'requestDevice', 'device', reject);
  guardMethod(devices.hid, 'requestDevice', 'device', reject);
  guardMethod(devices.serial, 'requestPort', 'device', reject);
  guardMethod(devices.bluetooth, 'requestDevice', 'device', reject);
  guardMethod(window, 'showOpenFilePicker', 'fileSystem', reject);
  guardMethod(window, 'showSaveFilePicker', 'fileSystem', reject);
  guardMethod(window, 'showDirectoryPicker', 'fileSystem', reject);
  guardMethod(Notification, 'requestPermission', 'notifications', () => Promise.resolve('denied'));
  guardMethod(Element.prototype, 'requestFullscreen', 'fullscreen', reject);
  const query = navigator.permissions.query.bind(navigator.permissions);
  Object.defineProperty(navigator.permissions, 'query', {
    value: async (descriptor: PermissionDescriptor) => {
      const status = await query(descriptor);
      const granted = await ask('may-use', { permission: descriptor.name });
      return new Proxy(status, { get: (target, key) => (key === 'state' ? (granted === true ? target.state : 'denied') : Reflect.get(target, key, target)) });
    },
  });
}
