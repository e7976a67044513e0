/** Fields of a template with parts of their own: a place, attachments (ids `fields.…`). */
export const fields = {
  'fields.placeDescription': 'Omschrijving',
  'fields.placeCoordinates': 'Coördinaten',
  'fields.placeHint': 'Zoals op telefoon of kaart: 50.8652, 5.8320 of RD 186500 319300',
  'fields.placeRead': 'Gelezen als WGS84 {wgs84}{grid, select, none {} other {; {grid}}}',
  'fields.placeNumbers': 'Twee getallen nodig: breedte en lengte, of x en y van RD. Wat u typte, blijft staan.',
  'fields.placeRange': 'Dit ligt buiten het bereik: breedte tot 90, lengte tot 180, minuten en seconden onder 60; RD x 0 tot 290000, y 300000 tot 630000.',
  'fields.placeLetters': 'De letters passen niet: één van N of Z (S) en één van O (E) of W, of geen letters.',
  'fields.attachmentsNoDossier': 'Dit verzoek ligt in geen dossier. Leg het in een dossier, dan kunt u de bijlagen daarvan kiezen.',
  'fields.attachmentsNone': 'Het dossier heeft nog geen bijlagen. Voeg ze in het dossier toe.',
  'fields.attachmentGone': '{name} (staat niet meer in het dossier)',
} as const;
