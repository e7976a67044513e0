/** Woorden van de kamer Uitwisseling. */
export const exchangeDesk = {
  'exchangeDesk.nav': 'Uitwisseling',
  'exchangeDesk.kind.request': 'verzoek',
  'exchangeDesk.kind.dossier': 'dossier',
  'exchangeDesk.kind.advice': 'advies',

  'exchangeDesk.differences': 'Verschillen',
  'exchangeDesk.differences.none': 'Geen verschillen. Wijzigen twee posten hetzelfde veld, dan blijven beide waarden bewaard en kiest u hier.',
  'exchangeDesk.differences.open': '{count, plural, one {# veld te kiezen} other {# velden te kiezen}}',
  'exchangeDesk.differences.proposal': '{count, plural, one {# voorstel voor de volgende versie} other {# voorstellen voor de volgende versie}}',
} as const;
