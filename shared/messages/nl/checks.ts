/**
 * Messages with ids `checks.…`: what the checks say of a draft. The words before the first colon are the head of the remark; the rest
 * says what to do. Names of capabilities and fields come in both languages: {name} here, {nameEn} in English.
 */
export const checks = {
  'checks.unknown': 'Toets niet uitgevoerd: deze versie kent de toets {id} nog niet',

  'checks.required.empty': '{label}: nog niet ingevuld',
  'checks.required.partial':
    '{label}: onvolledig{type, select, contact {; noem functie of naam en een telefoonnummer} period {; noem begin en einde} signature {; noem ambt en naam} capabilityLines {; omschrijf elke regel} other {}}',

  'checks.applicant.absent': 'Aanvrager ontbreekt: op grond van {basis} vraagt: {authority}',
  'checks.applicant.notCompetent': 'Aanvrager is niet bevoegd: {chosen} kan dit verzoek niet doen. Op grond van {basis} vraagt: {authority}',
  'checks.applicant.competent': 'Aanvrager is bevoegd: {applicant}{of, select, none {} other { {of}}}',

  'checks.mandate.missing': 'Mandaat ontbreekt: noem het mandaat waarmee namens het bevoegd gezag wordt getekend',
  'checks.mandate.given': 'Ondertekening in mandaat: {mandate}',

  'checks.kingsCommissioner.open': 'Commissaris van de Koning: stel de commissaris van dit verzoek in kennis en noteer het tijdstip',
  'checks.kingsCommissioner.done': 'Commissaris van de Koning is in kennis gesteld{at, select, none {} other {: {at}}}',


  'checks.basis.excluded': '{basis} past niet: {why}',
  'checks.basis.otherForces':
    '{name}: {forces, select, kmar {dit is niet de Koninklijke Marechaussee, en alleen die helpt op grond van {basis}; vraag dit op grond van Politiewet art. 58} other {dit is de Koninklijke Marechaussee, en {basis} is voor andere delen van de krijgsmacht; vraag dit op grond van Politiewet art. 57}}',

  'checks.kingdomConsent.given': 'Raad van ministers van het Koninkrijk: instemming is gegeven',
  'checks.kingdomConsent.awaited': 'Raad van ministers van het Koninkrijk: instemming is gevraagd maar nog niet gegeven; zonder instemming stelt de Gouverneur de krijgsmacht niet ter beschikking',
  'checks.kingdomConsent.open': 'Raad van ministers van het Koninkrijk: vraag instemming, of noteer dat het een aangewezen geval is waarin de minister van Defensie instemt',

  'checks.kmar.available': 'Koninklijke Marechaussee: eigen inventarisatie gedaan, capaciteit is beschikbaar',
  'checks.kmar.inventoryOpen': 'Koninklijke Marechaussee: inventariseert eerst zelf of er capaciteit is; bel vooraf, want zonder capaciteit volgt een negatief advies',
  'checks.kmar.displaces': 'Koninklijke Marechaussee: deze inzet verdringt eigen taken, reken op een negatief advies; noem welke taken en vraag minder, korter of een ander onderdeel',
  'checks.kmar.noCapacity': 'Koninklijke Marechaussee: er is geen capaciteit, reken op een negatief advies; zoek een andere weg naar het effect',
  'checks.kmar.weighed': 'Nationaal Taakveldenberaad: heeft de verdeling van de capaciteit gewogen',
  'checks.kmar.notWeighed': 'Nationaal Taakveldenberaad: laat de gezagen over de KMar de verdeling van de capaciteit wegen, want deze inzet raakt andere taken',
  'checks.kmar.feasible': 'Secretaris-generaal van Defensie: uitvoerbaar bevonden',
  'checks.kmar.notFeasible': 'Secretaris-generaal van Defensie: niet uitvoerbaar bevonden; zoek een andere weg naar het effect',
  'checks.kmar.testFollows': 'Secretaris-generaal van Defensie: toetst elk verzoek om bijstand door de KMar op uitvoerbaarheid; reken daar tijd voor',

  'checks.place.unreadable': 
    '{label}: ‘{typed}’ is niet als coördinaten te lezen; {fault, select, range {breedte gaat tot 90, lengte tot 180, minuten en seconden tot 60; RD x tot 290000, y van 300000 tot 630000} letters {gebruik één van N of Z en één van O of W, of geen letters} other {typ twee getallen: breedte en lengte, of x en y van RD}}',
  'checks.place.outside': '{label}: {at} ligt buiten het gebied van {basis}; kijk of de getallen verwisseld zijn',

  'checks.oral.paperFollows': 'Papier moet volgen: mondeling gevraagd{at, select, none {} other { op {at}, {hours, plural, one {# uur} other {# uur}} geleden}}; verzend dit verzoek zo snel mogelijk',
  'checks.oral.future': 'Mondeling gevraagd: het tijdstip {at} ligt in de toekomst; verbeter het',

  'checks.skills.notProvided': 'Bijzondere vaardigheden: zeg wie de eenheid vooraf traint of er zelf in voorziet, en voor wanneer; daar moet de civiele partner om vragen',

  'checks.costs.mayAgree': 'Kosten: bij grootschalige of langdurige inzet laat FNIK art. 5 nadere afspraken toe; spreek af of die er komen. Een drempel is niet bekend',
  'checks.costs.notLarge': 'Kosten: FNIK art. 5 is voor grootschalige of langdurige inzet, en dit verzoek zegt dat het dat niet is; kies het convenant zonder artikel 5 of pas het antwoord aan',

  'checks.territory.outside':
    'Buiten het bereik van {basis} ({where}): deze grondslag geldt alleen in Nederland{caribbean, select, none {} other {. Zie de Veiligheidswet BES, of voor Aruba, Curaçao en Sint Maarten de Aanwijzingen}}',
  'checks.territory.island': 'Plaats: hier staat ‘{island}’, maar {basis} geldt daar niet. {territory, select, bes {Daar geldt de Veiligheidswet BES} other {Daar gelden de Aanwijzingen voor Aruba, Curaçao en Sint Maarten}}',

  'checks.temporary.prolonged':
    'Verlenging: steunverlening is tijdelijk; zeg waarom het langer duurt en wie het daarna overneemt{earlier, select, none {} other {. Eerder verzoek: {earlier}}}',
  'checks.temporary.long': 'Grootschalig of langdurig: steunverlening is tijdelijk; spreek een tussentijdse toets af. De Regeling noemt geen grens',

  'checks.period.noStart': 'Periode ontbreekt: noem het begin van de inzet',
  'checks.period.noEnd': 'Einde ontbreekt: noem een einde; verlengen kan met een volgende versie',
  'checks.period.reversed': 'Periode klopt niet: het einde ({end}) ligt niet na het begin ({start})',
  'checks.period.past': 'Periode is voorbij: het einde, {end}, is al verstreken',
  'checks.period.begun': 'Begin is verstreken: de inzet zou op {start} beginnen. Pas het begin aan, of noteer dat het verzoek eerst mondeling is gedaan',
  'checks.period.ok': 'Periode klopt: {hours, plural, one {# uur} other {# uur}}, van {start} tot {end}',

  'checks.effect.onlyMeans': 'Effect noemt alleen middelen (‘{means}’): schrijf wat bereikt moet worden; het middel kan bij Capaciteiten',

  'checks.motivation.missing': 'Motivering ontbreekt: schrijf waarom het niet, niet op tijd of niet toereikend met andere middelen kan',
  'checks.motivation.notTried': 'Motivering: noem ook wat al is geprobeerd, zoals buurregio’s en de markt',
  'checks.motivation.given': 'Motivering is gegeven: ook wat eerder is geprobeerd',

  'checks.market.missing': 'Markt: zeg waarom geen opdracht aan een marktpartij kan worden gegund, of voeg een verklaring van geen bezwaar van de branchevereniging bij',
  'checks.market.awaited': 'Markt: de verklaring van de branchevereniging is er nog niet; wacht haar af of zeg waarom geen marktpartij het kan doen',
  'checks.market.motivated': 'Markt: gezegd is waarom geen marktpartij de opdracht kan krijgen',
  'checks.market.declared': 'Markt: verklaring van geen bezwaar is bijgevoegd{association, select, none {} other {: {association}}}',

  'checks.realEstate.route':
    'Gebouwen of terreinen: alleen het Rijksvastgoedbedrijf (Dienst der Domeinen) sluit de overeenkomst en stelt de vergoeding vast; de minister van Defensie legt het verzoek met advies voor{at, select, none {} other {. Op de hoogte sinds {at}}}',
  'checks.realEstate.agency': 'Rijksvastgoedbedrijf: nog niet op de hoogte; bel vooraf, want zonder overeenkomst gaat er geen gebouw of terrein open',
  'checks.realEstate.notSaid': '{name}: dit gaat om een gebouw of terrein; zeg dat bij Gebouwen en terreinen, want daarvoor geldt een eigen weg',

  'checks.interest.ownCause':
    'Belang van Defensie: Defensie is zelf mogelijk oorzaak of belanghebbende; noem dat in het verzoek, laat het advies door iemand buiten het betrokken onderdeel meelezen en leg de kosten apart vast',

  'checks.hazards.noAdvice':
    'Gevaarlijke stof{substance, select, none {} other { (‘{substance}’)}}: vraag eerst CBRN-advies; bij een incident rechtstreeks alarmeren, vooraf gepland per verzoek. Noteer het advies',
  'checks.hazards.advised': 'Gevaarlijke stof: CBRN-deskundigheid is gevraagd of heeft geadviseerd',
  'checks.hazards.contradiction': 'Gevaarlijke stoffen: gekozen is ‘niets bekend’, maar de tekst noemt ‘{substance}’',

  'checks.skills.training': 'Bijzondere vaardigheden: spreek met de RMOA af wanneer de training of voorziening klaar is; de eenheid komt daarna',

  'checks.force.none': 'Geen geweldsbevoegdheid: op {basis} kan geen bewapening of geweld worden gevraagd. {powers} Is dat wel nodig, dan hoort het verzoek bij de Politiewet 2012',
  'checks.force.notEstablished': 'Geweldsbevoegdheid staat niet vast: vraag juridisch advies voordat u dit verzoek indient. {powers}',
  'checks.force.given': 'Bewapening of geweld gevraagd: {basis} geeft daarvoor bevoegdheden. {powers}',
  'checks.force.notAsked':
    'Geen bewapening of geweld gevraagd{state, select, no {: {basis} geeft ook geen geweldsbevoegdheden} yes {: {basis} zou daarvoor bevoegdheden geven} other {}}',

  'checks.readiness.open': '{name}: gereedheid {state, select, unknown {onbekend} other {niet aantoonbaar}}; noem een alternatief bij Vervangend',
  'checks.readiness.alternative': '{name}: gereedheid {state, select, unknown {onbekend} other {niet aantoonbaar}}; alternatief genoemd: {alternative}',

  'checks.notice.short':
    '{name}: formele termijn {formal, plural, one {# uur} other {# uur}}, tot het begin {left, plural, =0 {geen tijd meer} one {# uur} other {# uur}}; bel vooraf.{practice, select, none {} other { {practice}}}',

  'checks.validity.outdated': '{name}: de catalogus staat in voor deze gegevens tot en met {until}; de inzet loopt langer. Vraag na of ze nog kloppen',
  'checks.validity.unknown': '{description}: deze capaciteit staat niet in de catalogus van deze post; gereedheid en termijn zijn niet getoetst',

  'checks.directAlarm.call': '{name}: wacht niet op dit verzoek. {how}',

  'checks.outlook.scarce':
    'Hoofdtaak 1: wordt de krijgsmacht daarvoor ingezet, dan is {name} {state, select, possiblyNone {mogelijk niet beschikbaar} other {beperkt beschikbaar}}{inferred, select, yes { (inschatting van Steunpunt)} other {}}; houd ook een civiele oplossing achter de hand',

  'checks.municipality.ok': 'Gemeenten: {count, plural, one {de gemeente ligt} other {alle # liggen}} in {ours}',
  'checks.municipality.elsewhere': '{name} ligt in {theirs}, niet in {ours}: haal de gemeente weg of laat {theirs} zelf vragen',
  'checks.municipality.gone': '{name} bestaat niet meer: de gemeente bestond tot en met {until}{successor, select, none {} other {; kies {successor}}}',
  'checks.municipality.ownRequest': 'Eén verzoek per gemeente: {names} vragen ieder zelf, getekend door de eigen burgemeester; maak er {count} verzoeken van',
  'checks.municipality.unknown': 'Gemeente {code} is onbekend: deze post kent de code niet',

  'checks.wording.term':
    'Woordkeus: hier staat ‘{found}’, maar {basis} is {term, select, assistance {bijstand, geen steunverlening} other {steunverlening, geen bijstand}}',

  'checks.costs.fnik': 'Kosten: convenant FNIK; nadere afspraken (art. 5) kunnen bij grootschalige of langdurige inzet',
  'checks.costs.article5': 'Kosten: FNIK art. 5 gekozen; leg vast welke nadere afspraken zijn gemaakt en met wie. Een drempel in uren of euro’s is niet bekend',
  'checks.costs.noPayer': 'Betaler ontbreekt: noem wie betaalt',
  'checks.costs.otherPayer': 'Kosten: {payer} betaalt; leg dat vooraf vast, want verrekening buiten FNIK is zeldzaam',

  'checks.claims.taken': '{name} wordt in dezelfde periode ook gevraagd in {count, plural, one {verzoek} other {verzoeken}} {references}: reken niet twee keer op hetzelfde',
  'checks.people.twice': '{name} staat {lines} keer in de lijst, samen {people} personen: tel dezelfde mensen niet dubbel',
  'checks.people.once': 'Geen dubbele claim op personeel: {people, plural, one {# persoon} other {# personen}} in {lines, plural, one {# regel} other {# regels}}',
} as const;
