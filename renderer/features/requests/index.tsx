/** Requests: the list and the editor. */
export { RequestScreen } from './request-screen.tsx';
export { RequestsScreen } from './requests-screen.tsx';
export { FieldInput } from './advised/field-input.tsx';
export { ProposedValue } from './advised/proposed-value.tsx';
export { RequestPane } from './advised/request-pane.tsx';
