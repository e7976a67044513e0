/** Requests for one incident under several legal bases (ids `links.…`). */
export const requestLinks = {
  'links.group': '{count, plural, one {# gekoppeld verzoek} other {# gekoppelde verzoeken}}',
  'links.offer': 'Koppel een grondslag',
  'links.title': 'Nog een verzoek voor dit incident',
  'links.text': 'Per verzoek één rechtsgrondslag. Vraagt dit incident er meer, dan komt er een tweede verzoek naast, met wat al bekend is over het incident.',
  'links.basis': 'Grondslag en soort verzoek',
  'links.shares': '{begin, plural, =0 {De twee delen geen velden: u vult het nieuwe verzoek zelf.} one {# veld over het incident gaat mee} other {# velden over het incident gaan mee}}{begin, plural, =0 {} other {; {step, plural, =0 {elk verzoek gaat daarna zijn eigen weg.} one {# ervan loopt gelijk op tot u een van beide vaststelt.} other {# ervan lopen gelijk op tot u een van beide vaststelt.}}}}',
  'links.copies': '{begin, plural, =0 {De twee delen geen velden: u vult het nieuwe verzoek zelf.} one {# veld over het incident gaat mee. Dit verzoek is vastgesteld en verandert niet meer mee.} other {# velden over het incident gaan mee. Dit verzoek is vastgesteld en verandert niet meer mee.}}',
  'links.unsure': 'Niet zeker?',
  'links.go': 'Maak het gekoppelde verzoek',
  'links.made': 'Gekoppeld aan {reference}. Wat over het incident bekend is, staat er al.',
  'links.unsaved': 'De laatste wijzigingen zijn nog niet bewaard. Koppelen kan zodra ze bewaard zijn.',
} as const;
