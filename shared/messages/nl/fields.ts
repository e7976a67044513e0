/** Fields of a template with parts of their own: a place, attachments (ids `fields.…`). */
export const fields = {
  'fields.placeDescription': 'Omschrijving',
  'fields.placeCoordinates': 'Coördinaten',
  'fields.placeHint': 'Zoals op telefoon of kaart: 50.8652, 5.8320 of RD 186500 319300',
  'fields.placeRead': 'Gelezen als WGS84 {wgs84}{grid, select, none {} other {; {grid}}}',
  'fields.attachmentsNoDossier': 'Dit verzoek ligt in geen dossier. Leg het in een dossier, dan kunt u de bijlagen daarvan kiezen.',
  'fields.attachmentsNone': 'Het dossier heeft nog geen bijlagen. Voeg ze in het dossier toe.',
  'fields.attachmentGone': '{name} (staat niet meer in het dossier)',
} as const;
