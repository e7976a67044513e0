/** The typed client over `window.steunpunt`. */
export { link } from './client.ts';
export { type CallState, useCall, useEvent } from './use-call.ts';
