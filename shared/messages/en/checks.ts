/** Messages with ids `checks.…`: what the checks say of a draft (see the Dutch file for how they are built). */
export const checks = {
  'checks.unknown': 'Check not made: this version does not know the check {id} yet',

  'checks.required.empty': '{labelEn}: not filled in yet',
  'checks.required.partial':
    '{labelEn}: incomplete{type, select, contact {; give a function or name and a telephone number} period {; give start and end} signature {; give office and name} capabilityLines {; describe every line} other {}}',

  'checks.applicant.absent': 'No applicant: under {basis} the request is made by: {authorityEn}',
  'checks.applicant.notCompetent': 'Applicant is not competent: {chosenEn} cannot make this request. Under {basis} it is made by: {authorityEn}',
  'checks.applicant.competent': 'Applicant is competent: {applicantEn}{of, select, none {} other { {of}}}',

  'checks.mandate.missing': 'No mandate: name the mandate under which the request is signed for the competent authority',
  'checks.mandate.given': 'Signed under a mandate: {mandate}',

  'checks.kingsCommissioner.open': 'King’s Commissioner: inform the Commissioner of this request and note the time',
  'checks.kingsCommissioner.done': 'King’s Commissioner has been informed{at, select, none {} other {: {at}}}',


  'checks.basis.excluded': '{basis} does not fit: {whyEn}',
  'checks.basis.otherForces':
    '{nameEn}: {forces, select, kmar {this is not the military police (KMar), and only that helps under {basis}; ask for it under Police Act art. 58} other {this is the military police (KMar), and {basis} is for other parts of the forces; ask for it under Police Act art. 57}}',

  'checks.kingdomConsent.given': 'Council of Ministers of the Kingdom: consent was given',
  'checks.kingdomConsent.awaited': 'Council of Ministers of the Kingdom: consent was asked but not yet given; without it the Governor does not make the forces available',
  'checks.kingdomConsent.open': 'Council of Ministers of the Kingdom: ask for consent, or note that it is a designated case in which the minister of Defence consents',

  'checks.kmar.available': 'Military police (KMar): own inventory made, capacity is available',
  'checks.kmar.inventoryOpen': 'Military police (KMar): first checks itself whether there is capacity; call beforehand, for without capacity its advice is negative',
  'checks.kmar.displaces': 'Military police (KMar): this deployment displaces its own tasks, expect a negative advice; name the tasks and ask for less, shorter or another part of the forces',
  'checks.kmar.noCapacity': 'Military police (KMar): there is no capacity, expect a negative advice; look for another way to the effect',
  'checks.kmar.weighed': 'National task council (NTV): has weighed the division of capacity',
  'checks.kmar.notWeighed': 'National task council (NTV): let the authorities over the KMar weigh the division of capacity, for this deployment touches other tasks',
  'checks.kmar.feasible': 'Secretary-general of Defence: found feasible',
  'checks.kmar.notFeasible': 'Secretary-general of Defence: found not feasible; look for another way to the effect',
  'checks.kmar.testFollows': 'Secretary-general of Defence: tests every request for assistance by the KMar for feasibility; allow time for it',

  'checks.place.unreadable': 
    '{labelEn}: ‘{typed}’ cannot be read as coordinates; {fault, select, range {latitude goes up to 90, longitude up to 180, minutes and seconds up to 60; RD x up to 290000, y from 300000 to 630000} letters {use one of N or S and one of E or W, or no letters} other {type two numbers: latitude and longitude, or x and y of RD}}',
  'checks.place.outside': '{labelEn}: {at} lies outside the area of {basis}; see whether the numbers were changed about',

  'checks.oral.paperFollows': 'Paper must follow: asked orally{at, select, none {} other { on {at}, {hours, plural, one {# hour} other {# hours}} ago}}; send this request as soon as you can',
  'checks.oral.future': 'Asked orally: the time {at} lies in the future; correct it',

  'checks.skills.notProvided': 'Special skills: say who trains the unit beforehand or provides them, and by when; the civil partner must ask for it',

  'checks.costs.mayAgree': 'Costs: for large or long deployments FNIK art. 5 allows further agreements; settle whether there will be any. No threshold is known',
  'checks.costs.notLarge': 'Costs: FNIK art. 5 is for large or long deployments, and this request says it is not; choose the covenant without article 5 or change the answer',

  'checks.territory.outside':
    'Out of reach of {basis} ({whereEn}): this basis holds only in the Netherlands{caribbean, select, none {} other {. See the Security Act BES or, for Aruba, Curaçao and Sint Maarten, the Aanwijzingen}}',
  'checks.territory.island': 'Place: this says ‘{island}’, but {basis} does not hold there. {territory, select, bes {The BES Security Act does} other {The Instructions for Aruba, Curaçao and Sint Maarten do}}',

  'checks.temporary.prolonged':
    'Prolongation: support is temporary; say why it takes longer and who takes over afterwards{earlier, select, none {} other {. Earlier request: {earlier}}}',
  'checks.temporary.long': 'Large or long: support is temporary; agree on a review in between. The regulation names no limit',

  'checks.period.noStart': 'No period: give the start of the deployment',
  'checks.period.noEnd': 'No end: give an end; a next version can prolong it',
  'checks.period.reversed': 'Period is not right: the end ({end}) is not after the start ({start})',
  'checks.period.past': 'Period is over: its end, {end}, has passed',
  'checks.period.begun': 'Start has passed: the deployment was to start on {start}. Change the start, or note that the request was first made orally',
  'checks.period.ok': 'Period is right: {hours, plural, one {# hour} other {# hours}}, from {start} to {end}',

  'checks.effect.onlyMeans': 'Effect names only means (‘{means}’): say what must be reached; the means can go under Capabilities',

  'checks.motivation.missing': 'No reasons: say why other means cannot do it, not in time or not sufficiently',
  'checks.motivation.notTried': 'Reasons: also say what was tried, such as neighbouring regions and the market',
  'checks.motivation.given': 'Reasons are given: also what was tried before',

  'checks.market.missing': 'Market: say why no order can be given to a market party, or attach a statement of no objection of the branch association',
  'checks.market.awaited': 'Market: the statement of the branch association is not there yet; wait for it or say why no market party can do it',
  'checks.market.motivated': 'Market: it is said why no market party can get the order',
  'checks.market.declared': 'Market: a statement of no objection is attached{association, select, none {} other {: {association}}}',

  'checks.realEstate.route':
    'Buildings or sites: only the state property agency (Rijksvastgoedbedrijf, formerly Domeinen) concludes the agreement and sets the fee; the Minister of Defence puts the request before it with advice{at, select, none {} other {. Informed on {at}}}',
  'checks.realEstate.agency': 'State property agency: not informed yet; call ahead, for without an agreement no building or site opens',
  'checks.realEstate.notSaid': '{nameEn}: this is about a building or site; say so under Buildings and sites, for it goes another way',

  'checks.interest.ownCause':
    'Interest of Defence: Defence itself may be the cause or a party; name it in the request, have the advice read by someone outside the part concerned and record the costs apart',

  'checks.hazards.noAdvice':
    'Hazardous substance{substance, select, none {} other { (‘{substance}’)}}: ask for CBRN advice first; in an incident alarm directly, planned beforehand by request. Note the advice',
  'checks.hazards.advised': 'Hazardous substance: CBRN expertise was asked or has advised',
  'checks.hazards.contradiction': 'Hazardous substances: ‘none known’ is chosen, but the text names ‘{substance}’',

  'checks.skills.training': 'Special skills: agree with the RMOA when the training or provision is ready; the unit comes after that',

  'checks.force.none': 'No powers to use force: {basis} does not allow arms or force to be asked. {powersEn} If they are needed, the request belongs under the Police Act 2012',
  'checks.force.notEstablished': 'Powers to use force are not established: take legal advice before you send this request. {powersEn}',
  'checks.force.given': 'Arms or force asked: {basis} gives the powers for it. {powersEn}',
  'checks.force.notAsked':
    'No arms or force asked{state, select, no {: {basis} gives no powers to use force either} yes {: {basis} would give the powers for it} other {}}',

  'checks.readiness.open': '{nameEn}: readiness {state, select, unknown {unknown} other {not demonstrable}}; name an alternative under Substitute',
  'checks.readiness.alternative': '{nameEn}: readiness {state, select, unknown {unknown} other {not demonstrable}}; alternative named: {alternative}',

  'checks.notice.short':
    '{nameEn}: formal notice {formal, plural, one {# hour} other {# hours}}, until the start {left, plural, =0 {no time left} one {# hour} other {# hours}}; call ahead.{practiceEn, select, none {} other { {practiceEn}}}',

  'checks.validity.outdated': '{nameEn}: the catalogue vouches for these data up to and including {until}; the deployment lasts longer. Ask whether they still hold',
  'checks.validity.unknown': '{description}: this capability is not in the catalogue of this post; readiness and notice were not checked',

  'checks.directAlarm.call': '{nameEn}: do not wait for this request. {howEn}',

  'checks.outlook.scarce':
    'Main task 1: while the forces are deployed for it, {nameEn} is {state, select, possiblyNone {possibly not available} other {available to a limited extent}}{inferred, select, yes { (Steunpunt’s estimate)} other {}}; keep a civil solution at hand too',

  'checks.municipality.ok': 'Municipalities: {count, plural, one {the municipality lies} other {all # lie}} in {ours}',
  'checks.municipality.elsewhere': '{name} lies in {theirs}, not in {ours}: remove the municipality or let {theirs} make its own request',
  'checks.municipality.gone': '{name} no longer exists: the municipality existed up to and including {until}{successor, select, none {} other {; choose {successor}}}',
  'checks.municipality.ownRequest': 'One request per municipality: {namesEn} each ask for themselves, signed by their own mayor; make it {count} requests',
  'checks.municipality.unknown': 'Municipality {code} is unknown: this post does not know the code',

  'checks.wording.term':
    'Wording: this says ‘{found}’, but {basis} is {term, select, assistance {assistance (bijstand), not support (steunverlening)} other {support (steunverlening), not assistance (bijstand)}}',

  'checks.costs.fnik': 'Costs: FNIK covenant; further agreements (art. 5) are possible for large or long deployments',
  'checks.costs.article5': 'Costs: FNIK art. 5 chosen; record which further agreements were made and with whom. No threshold in hours or euros is known',
  'checks.costs.noPayer': 'No payer: say who pays',
  'checks.costs.otherPayer': 'Costs: {payer} pays; record that beforehand, for settlement outside FNIK is rare',

  'checks.claims.taken': '{nameEn} is also asked for the same period in {count, plural, one {request} other {requests}} {references}: do not count on the same twice',
  'checks.people.twice': '{nameEn} is in the list {lines} times, {people} people together: do not count the same people twice',
  'checks.people.once': 'No double claim on people: {people, plural, one {# person} other {# people}} in {lines, plural, one {# line} other {# lines}}',
} as const;
