/** History and differences of documents (ids `history.…`, `difference.…`), and words of values that both show (`values.…`). */
export const history = {
  'values.closed': 'Gesloten',
  'values.grip': 'GRIP-niveau',
  'values.field': 'Veld',
  'values.content': 'Inhoud van het bestand',

  'history.title': 'Geschiedenis van {title}',

  'difference.title': 'Twee posten wijzigden {kind, select, request {hetzelfde verzoek} dossier {hetzelfde dossier} other {hetzelfde advies}}',
} as const;
