/**
 * Words by which a Dutch text names means (troops, equipment) and words by which it names an aim, in lower case. Data for the check
 * that an effect is an effect; add a word when a good text is remarked on.
 */

/** Whole words; their plural on -s, -en or a doubled consonant is found too. */
export const meansWords: readonly string[] = [
  'militair', 'soldaat', 'soldaten', 'manschap', 'troepen', 'peloton', 'compagnie', 'bataljon', 'brigade', 'eenheid', 'eenheden', 'ploeg', 'personeel',
  'genist', 'genie', 'genie-eenheid', 'marechaussee', 'marinier', 'reservist', 'duiker', 'helikopter', 'blushelikopter', 'heli', 'chinook', 'cougar', 'nh90', 'drone',
  'vliegtuig', 'f-35', 'voertuig', 'vrachtwagen', 'vrachtauto', 'legertruck', 'truck', 'viertonner', 'boot', 'boten', 'rubberboot', 'schip', 'schepen', 'ponton', 'noodbrug',
  'baileybrug', 'bulldozer', 'shovel', 'wiellaadschop', 'graafmachine', 'kraan', 'kranen', 'tank', 'genietank', 'pantservoertuig', 'bushmaster', 'aggregaat', 'aggregaten', 'tent',
  'bed', 'veldbed', 'veldhospitaal', 'ambulance', 'ziekenauto', 'zandzak', 'radar', 'sensor', 'camera', 'container', 'materieel', 'kazerne',
];

/** Stems of verbs and nouns that say what must be reached, and the small words that lead up to an aim. */
export const aimWords: readonly string[] = [
  'voorkom', 'voorkóm', 'beperk', 'bescherm', 'behoud', 'beveilig', 'bewak', 'bewaak', 'redden', 'gered', 'evacu', 'ontruim', 'vrijmak', 'vrijgemaakt', 'vrijhoud', 'bereikbaar',
  'begaanbaar', 'toegankelijk', 'berijdbaar', 'herstel', 'hersteld', 'versterk', 'verhog', 'ophog', 'verhoogd', 'dicht', 'stop', 'keren', 'gekeerd', 'blus', 'doof', 'dooft',
  'bestrijd', 'bestreden', 'opspor', 'opgespoord', 'zoek', 'gevonden', 'vinden', 'doorzoek', 'verken', 'opruim', 'ruimen', 'geruimd', 'ontsmet', 'gereinigd', 'reinig', 'vervoer',
  'verplaats', 'transport', 'bevoorrad', 'voorzien', 'verzorg', 'behandel', 'verpleeg', 'opvang', 'opgevangen', 'onderdak', 'huisvest', 'veilig', 'veiligheid', 'overleven', 'waarborg',
  'borgen', 'handhaa', 'handhav', 'begeleid', 'informeer', 'waarschuw', 'alarmeer', 'ondersteun', 'ontlast', 'aflos', 'vullen', 'gevuld', 'stapel', 'plaatsen', 'geplaatst', 'bouwen',
  'overbrug', 'verbind', 'verbinding', 'aanleg', 'afvoer', 'afvoeren', 'leegpomp', 'wegpomp', 'drooghoud', 'meten', 'gemeten', 'vaststell', 'opdat', 'zodat', 'teneinde', 'doel', 'effect',
];
