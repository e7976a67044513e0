/** Words of the room Exchange (see the Dutch file). */
export const exchangeDesk = {
  'exchangeDesk.nav': 'Exchange',
  'exchangeDesk.kind.request': 'request',
  'exchangeDesk.kind.dossier': 'dossier',
  'exchangeDesk.kind.advice': 'advice',

  'exchangeDesk.differences': 'Differences',
  'exchangeDesk.differences.none': 'No differences. When two posts change the same field, both values are kept and you choose here.',
  'exchangeDesk.differences.open': '{count, plural, one {# field to choose} other {# fields to choose}}',
  'exchangeDesk.differences.proposal': '{count, plural, one {# proposal for the next version} other {# proposals for the next version}}',
} as const;
