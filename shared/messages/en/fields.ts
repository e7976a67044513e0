/** Fields of a template with parts of their own: a place, attachments (ids `fields.…`). */
export const fields = {
  'fields.placeDescription': 'Description',
  'fields.placeCoordinates': 'Coordinates',
  'fields.placeHint': 'As on a phone or map: 50.8652, 5.8320 or RD 186500 319300',
  'fields.placeRead': 'Read as WGS84 {wgs84}{grid, select, none {} other {; {grid}}}',
  'fields.attachmentsNoDossier': 'This request lies in no dossier. Lay it in one, then you can choose its attachments.',
  'fields.attachmentsNone': 'The dossier has no attachments yet. Add them in the dossier.',
  'fields.attachmentGone': '{name} (no longer in the dossier)',
} as const;
