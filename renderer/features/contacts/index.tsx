/** The 25 safety regions with their municipalities, police units and regional military commands. */
export { ContactsScreen } from './contacts-screen.tsx';
