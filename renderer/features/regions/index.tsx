/** The 25 safety regions with their municipalities, police units and regional military commands. */
export { RegionsScreen } from './regions-screen.tsx';
