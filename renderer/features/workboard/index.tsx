/** The workboard: what asks for attention now. */
export { WorkboardScreen } from './workboard-screen.tsx';
