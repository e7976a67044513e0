/** Why a search found something, in the palette and in the catalogue (ids `palette.why.…`). */
export const palette = {
  'palette.why.name': 'found as ‘{text}’',
  'palette.why.alias': 'found as ‘{text}’',
  'palette.why.effect': 'for the effect ‘{text}’',
  'palette.why.text': 'in the text: ‘{text}’',
  'palette.why.typo': 'looks like ‘{text}’',
} as const;
