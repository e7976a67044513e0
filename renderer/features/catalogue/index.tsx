/** The catalogue: what can be reached, with what, and how well that is known. */
export { CatalogueScreen } from './catalogue-screen.tsx';
