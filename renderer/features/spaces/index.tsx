/** Spaces: the list of them, and one with who belongs to it. */
export { SpaceScreen } from './space-screen.tsx';
export { SpacesScreen } from './spaces-screen.tsx';
