import type { Bridge } from '../../shared/contract.ts';

declare global {
  interface Window {
    /** what the preload puts here; nothing else reaches out of the window */
    readonly steunpunt: Bridge;
  }
}
