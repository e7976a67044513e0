/** Events by name with their arguments. Unlike Node's own typing an event that is not in the map is refused by the type check. */
import { EventEmitter } from 'node:events';

export type EventMap<E> = { readonly [K in keyof E]: readonly unknown[] };

/** the arguments as a plain tuple */
type Arguments<T> = T extends readonly [...infer A] ? A : never;

export class Emitter<E extends EventMap<E>> {
  readonly #emitter = new EventEmitter();

  on<K extends keyof E & string>(event: K, listener: (...args: Arguments<E[K]>) => void): this {
    this.#emitter.on(event, listener as (...args: unknown[]) => void);
    return this;
  }

  once<K extends keyof E & string>(event: K, listener: (...args: Arguments<E[K]>) => void): this {
    this.#emitter.once(event, listener as (...args: unknown[]) => void);
    return this;
  }

  off<K extends keyof E & string>(event: K, listener: (...args: Arguments<E[K]>) => void): this {
    this.#emitter.off(event, listener as (...args: unknown[]) => void);
    return this;
  }

  emit<K extends keyof E & string>(event: K, ...args: Arguments<E[K]>): boolean {
    return this.#emitter.emit(event, ...args);
  }
}

/** An event object that a listener can stop, with the parameters that Electron puts on it. */
export function cancellable<P extends object>(parameters: P): Electron.Event<P> {
  let prevented = false;
  return Object.defineProperty(Object.assign({ preventDefault: () => void (prevented = true) }, parameters), 'defaultPrevented', { get: () => prevented }) as Electron.Event<P>;
}
