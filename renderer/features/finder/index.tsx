export { FinderScreen } from './finder-screen.tsx';
