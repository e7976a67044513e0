export { ScriptScreen } from './script-screen.tsx';
