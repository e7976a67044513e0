/**
 * Messages with ids `error.<code>` (what happened), `error.<code>.safe` (what is safe) and `error.<code>.do` (what to do), for every code
 * of shared/errors.ts. They need no values, so that an error never fails to speak, and none proposes to throw data away.
 */
export const errors = {
  'error.input.invalid': 'Een ingevulde waarde klopt niet en is geweigerd.',
  'error.input.invalid.safe': 'Wat u eerder had ingevuld, is bewaard en niet gewijzigd.',
  'error.input.invalid.do': 'Controleer het veld en vul het opnieuw in.',

  'error.sender.refused': 'Een opdracht kwam niet uit het venster van Steunpunt en is geweigerd.',
  'error.sender.refused.safe': 'Er is niets gelezen of gewijzigd.',
  'error.sender.refused.do': 'Sluit Steunpunt en start het opnieuw. Gebeurt het weer, meld dat dan bij uw beheerder.',

  'error.post.locked': 'De post is vergrendeld.',
  'error.post.locked.safe': 'Uw werk is versleuteld bewaard.',
  'error.post.locked.do': 'Ontgrendel de post met uw wachtwoordzin.',

  'error.post.exists': 'In deze gegevensmap staat al een post.',
  'error.post.exists.safe': 'Die post is niet gewijzigd.',
  'error.post.exists.do': 'Ontgrendel die post, of start Steunpunt met een andere gegevensmap om een tweede post te maken.',

  'error.post.missing': 'In deze gegevensmap staat nog geen post.',
  'error.post.missing.safe': 'Er is niets gewijzigd.',
  'error.post.missing.do': 'Maak een post aan. Had u er al een, start Steunpunt dan met de gegevensmap van die post.',

  'error.passphrase.wrong': 'Deze wachtwoordzin past niet bij de post.',
  'error.passphrase.wrong.safe': 'Uw werk staat onveranderd in de post.',
  'error.passphrase.wrong.do': 'Let op hoofdletters, spaties en de taal van het toetsenbord, en probeer het opnieuw. Bent u de zin kwijt, gebruik dan de herstelcode op papier.',

  'error.passphrase.weak': 'Deze wachtwoordzin is te kort.',
  'error.passphrase.weak.safe': 'Er is niets gewijzigd.',
  'error.passphrase.weak.do': 'Kies een zin van ten minste 12 tekens, bijvoorbeeld vier losse woorden.',

  'error.recovery.wrong': 'Deze herstelcode past niet bij de post.',
  'error.recovery.wrong.safe': 'Uw werk staat onveranderd in de post.',
  'error.recovery.wrong.do': 'Neem de code teken voor teken over van het papier dat bij deze post is afgedrukt.',

  'error.keyfile.damaged': 'Het sleutelbestand van de post ontbreekt of is niet leesbaar.',
  'error.keyfile.damaged.safe': 'Het gegevensbestand is niet aangeraakt, maar opent niet zonder het sleutelbestand.',
  'error.keyfile.damaged.do': 'Laat de gegevensmap zoals zij is en zet het sleutelbestand terug uit een reservekopie.',

  'error.file.damaged': 'Het gegevensbestand is beschadigd. De wachtwoordzin is niet de oorzaak.',
  'error.file.damaged.safe': 'Steunpunt heeft het bestand gesloten en schrijft er niet meer in.',
  'error.file.damaged.do': 'Maak eerst een kopie van de hele gegevensmap. Zet daarna een reservekopie terug, of geef de kopie aan uw beheerder voor herstel.',

  'error.file.newer': 'Het gegevensbestand komt van een nieuwere versie van Steunpunt.',
  'error.file.newer.safe': 'Het bestand is in orde en niet gewijzigd.',
  'error.file.newer.do': 'Werk Steunpunt op deze computer bij en open de post opnieuw.',

  'error.file.busy': 'Het gegevensbestand is in gebruik door een ander programma.',
  'error.file.busy.safe': 'Wat als bewaard is gemeld, staat op schijf.',
  'error.file.busy.do': 'Kijk of Steunpunt nog ergens met dezelfde gegevensmap openstaat, of wacht tot een reservekopie klaar is. Probeer het dan opnieuw.',

  'error.disk.full': 'De schijf is vol. De laatste wijziging is niet bewaard.',
  'error.disk.full.safe': 'Wat eerder als bewaard is gemeld, staat op schijf.',
  'error.disk.full.do': 'Houd dit venster open, maak ruimte op de schijf en probeer het opnieuw.',

  'error.folder.readonly': 'In deze map kan Steunpunt niet schrijven.',
  'error.folder.readonly.safe': 'Wat er al staat, is niet gewijzigd.',
  'error.folder.readonly.do': 'Vraag schrijfrechten op de map, of kies een andere map.',

  'error.document.unknown': 'Dit verzoek, advies of dossier staat niet op deze post.',
  'error.document.unknown.safe': 'Wat er wel staat, is niet gewijzigd.',
  'error.document.unknown.do': 'Ga terug naar het overzicht en open het opnieuw.',

  'error.document.finalised': 'Deze versie is vastgesteld en verandert niet meer.',
  'error.document.finalised.safe': 'De vastgestelde versie is ongewijzigd.',
  'error.document.finalised.do': 'Maak een volgende versie om iets te wijzigen.',

  'error.document.blocked': 'Er staan toetsen open die vaststellen tegenhouden.',
  'error.document.blocked.safe': 'Het concept is bewaard.',
  'error.document.blocked.do': 'Los de open punten op, of geef een schriftelijke reden om toch vast te stellen. Die reden blijft in het document staan.',

  'error.document.stale': 'Dit concept is intussen gewijzigd.',
  'error.document.stale.safe': 'Alle wijzigingen zijn bewaard.',
  'error.document.stale.do': 'Bekijk de laatste stand en stel daarna opnieuw vast.',

  'error.export.failed': 'Exporteren is niet gelukt. Er is geen half bestand achtergebleven.',
  'error.export.failed.safe': 'Wat u wilde exporteren is bewaard en niet gewijzigd.',
  'error.export.failed.do': 'Probeer het opnieuw, kies een andere map of een andere vorm.',
  'error.export.large': 'Dit past niet in één exportbestand: het is groter dan 4 GB. Er is geen half bestand achtergebleven.',
  'error.export.large.safe': 'Wat u wilde exporteren is bewaard en niet gewijzigd.',
  'error.export.large.do': 'Bewaar grote bijlagen elk apart, of exporteer in delen.',

  'error.pack.invalid': 'Een gegevenspakket klopt niet en is niet geladen.',
  'error.pack.invalid.safe': 'Uw verzoeken en het pakket dat al geladen was, zijn niet gewijzigd.',
  'error.pack.invalid.do': 'Vraag de uitgever om een nieuw exemplaar van het pakket.',

  'error.entry.unknown': 'Dit gegeven staat niet (meer) op deze post.',
  'error.entry.unknown.safe': 'De andere gegevens zijn niet gewijzigd.',
  'error.entry.unknown.do': 'Open het scherm opnieuw en kies een gegeven dat er nog staat.',

  'error.attachment.large': 'Dit bestand is te groot: een bijlage mag ten hoogste 25 MB zijn.',
  'error.attachment.large.safe': 'Het dossier en zijn bijlagen zijn niet gewijzigd.',
  'error.attachment.large.do': 'Verklein het bestand of splits het, en voeg het daarna toe.',

  'error.attachment.type': 'Dit soort bestand neemt een dossier niet op. De inhoud telt, niet de naam.',
  'error.attachment.type.safe': 'Het dossier en zijn bijlagen zijn niet gewijzigd.',
  'error.attachment.type.do': 'Kies een pdf, png, jpg, docx, xlsx, odt, txt of csv, zonder macro’s. Pak een zipbestand eerst uit.',

  'error.attachment.unreadable': 'Het gekozen bestand kon niet worden gelezen, of veranderde tijdens het lezen.',
  'error.attachment.unreadable.safe': 'Het dossier en zijn bijlagen zijn niet gewijzigd.',
  'error.attachment.unreadable.do': 'Sluit het bestand in andere programma’s en voeg het opnieuw toe.',

  'error.step.impossible': 'Deze stap kan niet zo in het verloop van het verzoek staan.',
  'error.step.impossible.safe': 'Het verloop is niet gewijzigd.',
  'error.step.impossible.do': 'Kijk het tijdstip na. Verbeter zo nodig eerst een eerdere of latere stap, of leg de stap vast die ontbreekt.',

  'error.link.impossible': 'Deze twee verzoeken kunnen niet aan elkaar worden gekoppeld.',
  'error.link.impossible.safe': 'Beide verzoeken zijn niet gewijzigd.',
  'error.link.impossible.do': 'Kies een ander concept, of maak een nieuw gekoppeld verzoek.',

  'error.reference.unknown': 'Een code of gegeven staat in geen enkel pakket op deze post.',
  'error.reference.unknown.safe': 'Uw verzoeken zijn niet gewijzigd.',
  'error.reference.unknown.do': 'Kies een andere waarde, of laad het pakket waarin het gegeven staat.',

  'error.hub.unreachable': 'De hub geeft geen antwoord.',
  'error.hub.unreachable.safe': 'Alles wat u maakte, staat op deze post. Wat nog niet bevestigd is, geldt als niet verzonden.',
  'error.hub.unreachable.do': 'U hoeft niets te doen: Steunpunt probeert het opnieuw. Duurt het lang, controleer dan het netwerk en het adres van de hub, of wissel uit met een bestand.',

  'error.hub.stranger': 'Op het adres van de hub antwoordt een andere computer: het certificaat is niet dat van de uitnodiging.',
  'error.hub.stranger.safe': 'Er is niets verzonden en niets aangenomen.',
  'error.hub.stranger.do': 'Bel de beheerder van de hub en vergelijk de vingerafdruk. Klopt die niet, gebruik deze hub dan niet. Is de hub vernieuwd, vraag dan een nieuwe uitnodiging.',

  'error.hub.portal': 'Niet de hub, maar iets ertussen gaf antwoord, bijvoorbeeld de inlogpagina van een wifi-netwerk.',
  'error.hub.portal.safe': 'Er is niets verzonden en niets aangenomen.',
  'error.hub.portal.do': 'Meld u aan bij het netwerk of kies een ander netwerk. Daarna gaat de uitwisseling vanzelf verder.',

  'error.hub.version': 'De hub en deze post spreken geen gezamenlijke versie van het protocol.',
  'error.hub.version.safe': 'Er is niets verzonden. Uw werk staat op deze post.',
  'error.hub.version.do': 'Werk Steunpunt bij, of vraag de beheerder de hub bij te werken. Wissel tot die tijd uit met een bestand.',

  'error.hub.lost': 'De hub mist gegevens die hij eerder bevestigde. Hij is geleegd, teruggezet naar een oudere stand of vervangen.',
  'error.hub.lost.safe': 'De uitwisseling is gestopt. Op deze post staat alles nog en is niets gewijzigd.',
  'error.hub.lost.do': 'Vraag de beheerder van de hub wat er is gebeurd. Kies daarna of deze post de hub opnieuw mag vullen.',

  'error.hub.refused': 'De hub weigert dit: deze post heeft in deze ruimte niet het recht ervoor.',
  'error.hub.refused.safe': 'Uw werk staat op deze post en is niet gewijzigd.',
  'error.hub.refused.do': 'Vraag de beheerder van de ruimte of deze post nog lid is en of de rol klopt.',

  'error.hub.admission': 'Deze hub neemt nieuwe ruimten alleen aan met een toegangscode.',
  'error.hub.admission.safe': 'De ruimte bestaat op deze post en is niet gewijzigd.',
  'error.hub.admission.do': 'Vraag de beheerder van de hub om de toegangscode en vul die in bij de hub.',

  'error.hub.quota': 'De ruimte, of deze post daarin, heeft de opslag op de hub verbruikt die is toegestaan.',
  'error.hub.quota.safe': 'Wat de hub bevestigde, is daar bewaard. De rest staat op deze post.',
  'error.hub.quota.do': 'Vraag de beheerder van de hub om meer opslag. Wissel tot die tijd uit met een bestand.',

  'error.hub.busy': 'De hub heeft het te druk en vraagt om te wachten.',
  'error.hub.busy.safe': 'Wat de hub bevestigde, is daar bewaard. De rest staat op deze post.',
  'error.hub.busy.do': 'U hoeft niets te doen: Steunpunt probeert het straks opnieuw.',

  'error.hub.full': 'De schijf van de hub is vol.',
  'error.hub.full.safe': 'Wat de hub bevestigde, is daar bewaard. De rest staat op deze post.',
  'error.hub.full.do': 'Waarschuw de beheerder van de hub. Wissel tot die tijd uit met een bestand.',

  'error.hub.failed': 'De hub meldt een fout van zichzelf.',
  'error.hub.failed.safe': 'Wat de hub bevestigde, is daar bewaard. De rest staat op deze post.',
  'error.hub.failed.do': 'Steunpunt probeert het opnieuw. Blijft het, geef dan het tijdstip door aan de beheerder van de hub: zijn logboek zegt wat er was.',

  'error.hub.port': 'De hub kan deze poort niet gebruiken: zij is bezet of niet toegestaan.',
  'error.hub.port.safe': 'Er is niets gestart en niets gewijzigd.',
  'error.hub.port.do': 'Kies een andere poort, bijvoorbeeld 8444. Draait er al een hub op deze computer, stop die dan eerst.',

  'error.hub.ended': 'De hub op deze post is gestopt en komt niet terug.',
  'error.hub.ended.safe': 'Wat de hub aan posten bevestigde, staat op de schijf van deze computer.',
  'error.hub.ended.do': 'Start de hub opnieuw. Lukt dat niet, wissel dan uit met een bestand en laat de computer nakijken.',

  'error.store.down': 'Het onderdeel dat bewaart, is gestopt en wordt opnieuw gestart.',
  'error.store.down.safe': 'Wat als bewaard is gemeld, staat op schijf.',
  'error.store.down.do': 'Wacht enkele seconden en probeer het opnieuw.',

  'error.internal': 'Er ging iets mis in Steunpunt.',
  'error.internal.safe': 'Wat als bewaard is gemeld, staat op schijf.',
  'error.internal.do': 'Probeer het opnieuw. Blijft het misgaan, start Steunpunt dan opnieuw en meld het bij uw beheerder.',
} as const;
