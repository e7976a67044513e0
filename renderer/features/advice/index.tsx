/** Advice: the list, and one advice beside the request that it is about. */
export { AdviceScreen } from './advice-screen.tsx';
export { AdvicesScreen } from './advices-screen.tsx';
