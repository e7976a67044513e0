/** History and differences of documents (ids `history.…`, `difference.…`), and words of values that both show (`values.…`). */
export const history = {
  'values.closed': 'Closed',
  'values.grip': 'GRIP level',
  'values.field': 'Field',
  'values.content': 'Content of the file',

  'history.title': 'History of {title}',

  'difference.title': 'Two posts changed the same {kind, select, request {request} dossier {dossier} other {advice}}',
} as const;
