/** Dossiers: the list, and one dossier with its regions, requests, log and attachments. */
export { DossierScreen } from './dossier-screen.tsx';
export { DossiersScreen } from './dossiers-screen.tsx';
