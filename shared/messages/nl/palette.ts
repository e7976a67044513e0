/** Why a search found something, in the palette and in the catalogue (ids `palette.why.…`). */
export const palette = {
  'palette.why.name': 'gevonden als ‘{text}’',
  'palette.why.alias': 'gevonden als ‘{text}’',
  'palette.why.effect': 'voor het effect ‘{text}’',
  'palette.why.text': 'in de tekst: ‘{text}’',
  'palette.why.typo': 'lijkt op ‘{text}’',
} as const;
