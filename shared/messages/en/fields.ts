/** Fields of a template with parts of their own: a place, attachments (ids `fields.…`). */
export const fields = {
  'fields.placeDescription': 'Description',
  'fields.placeCoordinates': 'Coordinates',
  'fields.placeHint': 'As on a phone or map: 50.8652, 5.8320 or RD 186500 319300',
  'fields.placeRead': 'Read as WGS84 {wgs84}{grid, select, none {} other {; {grid}}}',
  'fields.placeNumbers': 'Two numbers are needed: latitude and longitude, or x and y of RD. What you typed stays.',
  'fields.placeRange': 'This is out of range: latitude up to 90, longitude up to 180, minutes and seconds below 60; RD x 0 to 290000, y 300000 to 630000.',
  'fields.placeLetters': 'The letters do not fit: one of N or S and one of E or W, or no letters.',
  'fields.attachmentsNoDossier': 'This request lies in no dossier. Lay it in one, then you can choose its attachments.',
  'fields.attachmentsNone': 'The dossier has no attachments yet. Add them in the dossier.',
  'fields.attachmentGone': '{name} (no longer in the dossier)',
} as const;
