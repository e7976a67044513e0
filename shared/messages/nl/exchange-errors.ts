/** Words of the errors of spaces and exchange; how they are made: errors.ts. */
export const exchangeErrors = {
  'error.space.unknown': 'Deze post zit niet in die ruimte.',
  'error.space.unknown.safe': 'Er is niets gewijzigd.',
  'error.space.unknown.do': 'Kies een ruimte uit uw lijst, of vraag een beheerder van de ruimte om een uitnodiging.',

  'error.space.role': 'Uw rol in deze ruimte staat dit niet toe.',
  'error.space.role.safe': 'Er is niets gewijzigd. U kunt alles blijven lezen wat u had.',
  'error.space.role.do': 'Vraag een beheerder van de ruimte om een andere rol, of kopieer het document naar een ruimte waarin u wel schrijft.',

  'error.space.frozen': 'Deze oefening is bevroren. Er kan niets meer in veranderen.',
  'error.space.frozen.safe': 'Alles van de oefening is bewaard zoals het was.',
  'error.space.frozen.do': 'Kopieer het document naar een andere ruimte als u ermee verder wilt.',

  'error.space.other': 'Een document kan niet in een dossier van een andere ruimte liggen.',
  'error.space.other.safe': 'Het document ligt nog waar het lag.',
  'error.space.other.do': 'Kopieer het document naar die ruimte. De kopie noemt het origineel.',

  'error.space.lastKeeper': 'Deze post is de enige beheerder van de ruimte.',
  'error.space.lastKeeper.safe': 'Er is niets gewijzigd. U bent nog beheerder.',
  'error.space.lastKeeper.do': 'Maak eerst een andere post beheerder. Zonder beheerder kan niemand meer uitnodigen of een post uitsluiten.',

  'error.space.home': 'Dit is de thuisruimte van deze post: nieuwe documenten komen hier.',
  'error.space.home.safe': 'Er is niets gewijzigd. U zit nog in de ruimte.',
  'error.space.home.do': 'Maak eerst een andere ruimte tot thuisruimte. Verlaat daarna deze.',

  'error.member.already': 'Deze post hoort al bij de ruimte.',
  'error.member.already.safe': 'Er is niets gewijzigd.',
  'error.member.already.do': 'Is de uitnodiging kwijt of verlopen? Kies de post in de lijst: u kunt haar opnieuw tonen, of intrekken en een nieuwe maken.',

  'error.space.exercise': 'Wat in een oefening is gemaakt, wordt geen operationeel stuk.',
  'error.space.exercise.safe': 'Er is niets gekopieerd. Het stuk staat nog in de oefening.',
  'error.space.exercise.do': 'Kies een andere oefening, of begin operationeel een nieuw stuk.',

  'error.space.inExercise': 'Dit hoort bij een oefening waarin u nu niet werkt.',
  'error.space.inExercise.safe': 'Het staat er nog. Oefening en echt werk blijven uit elkaar.',
  'error.space.inExercise.do': 'Kies linksboven in het menu bij uw regio de oefening, en open het daar opnieuw.',

  'error.space.operational': 'Dit is operationeel, en u werkt nu in een oefening.',
  'error.space.operational.safe': 'Het staat er nog. Oefening en echt werk blijven uit elkaar.',
  'error.space.operational.do': 'Kies linksboven in het menu bij uw regio ‘Operationeel’, en open het daar opnieuw.',

  'error.script.invalid': 'Dit is geen draaiboek dat Steunpunt kan lezen.',
  'error.script.invalid.safe': 'Er is niets geladen. De oefening is zoals zij was.',
  'error.script.invalid.do': 'Kijk welk veld hieronder genoemd is en verbeter het bestand. Een voorbeeld staat bij de oefening.',
  'error.script.large': 'Dit draaiboek is te groot: met zijn pakketten mag het ten hoogste 3 MB zijn.',
  'error.script.large.safe': 'Er is niets geladen. De oefening is zoals zij was.',
  'error.script.large.do': 'Neem in een pakket alleen op wat in de oefening anders is; de rest van de catalogus geldt vanzelf.',

  'error.export.stopped': 'De export is afgebroken.',
  'error.export.stopped.safe': 'Er is geen half bestand achtergebleven. Alles staat nog in Steunpunt.',
  'error.export.stopped.do': 'Exporteer opnieuw als u het bestand toch wilt.',

  'error.membership.invalid': 'Een opgave over wie bij de ruimte hoort, klopt niet en is geweigerd.',
  'error.membership.invalid.safe': 'De leden van de ruimte zijn bij u niet veranderd.',
  'error.membership.invalid.do': 'Vergelijk met een beheerder van de ruimte uw vingerafdrukken, en vraag om een nieuw bestand.',

  'error.invitation.invalid': 'Deze uitnodiging is niet leesbaar of onderweg veranderd.',
  'error.invitation.invalid.safe': 'Er is niets gewijzigd.',
  'error.invitation.invalid.do': 'Vraag de beheerder van de ruimte om de uitnodiging opnieuw te geven.',

  'error.invitation.expired': 'Deze uitnodiging is verlopen.',
  'error.invitation.expired.safe': 'Er is niets gewijzigd.',
  'error.invitation.expired.do': 'Vraag de beheerder van de ruimte om een nieuwe. Klopt de datum niet, controleer dan de klok van deze computer.',

  'error.invitation.other': 'Deze uitnodiging is voor een andere post, of zij is ingetrokken.',
  'error.invitation.other.safe': 'Er is niets gewijzigd.',
  'error.invitation.other.do': 'Geef de beheerder de kaart van deze post en vraag om een uitnodiging die daarop is gemaakt.',

  'error.invitation.used': 'Met deze uitnodiging is deze post al eens in de ruimte gekomen. Zij geldt één keer.',
  'error.invitation.used.safe': 'Er is niets gewijzigd. Wat u van de ruimte had, kunt u blijven lezen.',
  'error.invitation.used.do': 'Vraag een beheerder van de ruimte om een nieuwe uitnodiging.',

  'error.card.invalid': 'Deze kaart is niet leesbaar of onderweg veranderd.',
  'error.card.invalid.safe': 'Er is niets gewijzigd.',
  'error.card.invalid.do': 'Vraag de post om zijn kaart opnieuw te geven, of laat de woorden voorlezen.',

  'error.words.wrong': 'Deze woorden passen niet bij elkaar.',
  'error.words.wrong.safe': 'Er is niets gewijzigd.',
  'error.words.wrong.do': 'Laat de woorden opnieuw voorlezen en vergelijk ze een voor een. Let op het aantal.',

  'error.bundle.invalid': 'Dit is geen uitwisselbestand van Steunpunt, of het is van een nieuwere versie.',
  'error.bundle.invalid.safe': 'Er is niets uit het bestand overgenomen.',
  'error.bundle.invalid.do': 'Kies een bestand dat op .steunpunt eindigt. Is het van een nieuwere versie, werk Steunpunt dan bij.',

  'error.exchange.busy': 'Er loopt al een uitwisseling.',
  'error.exchange.busy.safe': 'Die uitwisseling gaat door.',
  'error.exchange.busy.do': 'Wacht tot zij klaar is, of breek haar af.',

  'error.exchange.cancelled': 'Het schrijven is afgebroken.',
  'error.exchange.cancelled.safe': 'Er staat geen half bestand, en op deze post is niets gewijzigd.',
  'error.exchange.cancelled.do': 'Begin opnieuw wanneer u wilt.',

  'error.document.differs': 'Twee posten hebben hetzelfde veld gewijzigd. Dat moet eerst worden besloten.',
  'error.document.differs.safe': 'Beide waarden zijn bewaard.',
  'error.document.differs.do': 'Open het verschil en kies per veld. Stel daarna vast.',

  'error.attachment.waiting': 'De inhoud van deze bijlage is nog niet aangekomen.',
  'error.attachment.waiting.safe': 'De naam en de vingerafdruk van het bestand zijn bekend.',
  'error.attachment.waiting.do': 'Wissel opnieuw uit met de post die de bijlage heeft toegevoegd.',
} as const;
