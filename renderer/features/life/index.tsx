/** The life of requests: how one fares, from pre-announcement to settled, and how all of them stand. */
export { LifeOverviewScreen } from './overview-screen.tsx';
export { RequestLifeScreen } from './request-life-screen.tsx';
