/** Requests: the list and the editor. */
export { RequestScreen } from './request-screen.tsx';
export { RequestsScreen } from './requests-screen.tsx';
