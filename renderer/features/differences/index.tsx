export { DifferenceScreen } from './difference-screen.tsx';
