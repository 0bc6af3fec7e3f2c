/** German sentences of the server's refusals, and of the errors of its HTTP interface. */
import type { Refusal } from '@plenary/shared/refusal'

const refused: Record<Refusal, string> = {
  'not-now':
    'Dieser Abschnitt sieht das nicht vor. Die Moderation kann zu dem zurückgehen, der es tut.',
  'not-allowed': 'Das kann nur die Moderation. Melde dich, um danach zu fragen.',
  'observers-watch':
    'Du schaust bei dieser Sitzung zu. Frag die Moderation, ob du mitmachen kannst.',
  'neutral-facilitator':
    'Du moderierst diese Sitzung, ohne mitzumachen. Halte stattdessen fest, was andere laut sagen.',
  'not-yours': 'Diese Karte kann nur ändern, wer sie geschrieben hat, oder die Moderation.',
  'cards-locked': 'Die Karten sind gerade gesperrt. Bitte die Moderation, sie zu entsperren.',
  'lanes-led':
    'In einer so großen Runde legt die Moderation die Kategorien an. Melde dich, um eine vorzuschlagen.',
  closed: 'Diese Sitzung ist geschlossen. Die Moderation kann sie wieder öffnen.',
  paused: 'Die Sitzung ist unterbrochen. Sie geht weiter, wenn die Moderation es sagt.',
  'not-started':
    'Die Sitzung hat noch nicht begonnen. Sie beginnt, wenn die Moderation sie startet.',
  'no-such-phase':
    'Diesen Abschnitt gibt es hier nicht. Lade die Seite neu, um den Ablauf zu sehen.',
  'people-came':
    'Es sind schon Menschen dazugekommen, und ihre Worte gingen verloren. Beginne stattdessen aus dieser Vorbereitung eine neue Sitzung.',
  'not-expected':
    'Erwartet werden können bis zu 1.000 Personen. Wähle eine Zahl von 1 bis 1.000, oder keine.',
  'phase-is-on':
    'Der Raum ist gerade in diesem Abschnitt. Geh erst weiter, dann kannst du ihn auslassen.',
  'no-phase-left': 'Eine Sitzung braucht mindestens einen Abschnitt. Behalte einen davon.',
  'not-minutes': 'Ein Abschnitt dauert 1 bis 600 ganze Minuten. Wähle eine Zahl dazwischen.',
  'words-too-long':
    'Das ist länger, als hineinpasst. Ein Titel fasst 80 Zeichen, eine Frage oder Worte zum Vorlesen 500.',
  'too-many-prompts': 'Ein Abschnitt fasst 20 Sätze zum Vorlesen. Fass einige zusammen.',
  'no-such-person': 'Diese Person ist nicht mehr da. Wähle jemanden aus der Liste.',
  'no-such-card': 'Diese Karte ist weg. Wähle eine andere.',
  'no-such-place': 'Diesen Platz gibt es nicht mehr. Wähle eine andere Kategorie.',
  'no-such-lane': 'Diese Kategorie ist weg. Wähle eine andere.',
  'no-such-group': 'Diese Gruppe ist weg. Wähle eine andere.',
  'no-such-point': 'Dieser Moment ist nicht mehr aufbewahrt. Wähle einen anderen.',
  'too-many-points':
    'Diese Sitzung hat so viele benannte Momente, wie sie aufbewahren kann. Das Ende jedes Abschnitts wird weiter aufbewahrt.',
  'too-large-to-keep':
    'Diese Tafel ist zu groß, um einen Moment von ihr aufzubewahren. Sichere stattdessen den Bericht.',
  'set-aside': 'Diese Karte ist beiseitegelegt. Die Moderation kann sie zurückholen.',
  'taken-away': 'Die Moderation hat diese Karte entfernt. Bitte sie, sie zurückzuholen.',
  'no-such-draft': 'Dieser Entwurf ist weg. Schreib ihn noch einmal als neuen.',
  'no-such-round': 'Diese Abstimmung ist weg. Lade die Seite neu, um die aktuelle zu sehen.',
  'no-such-prompt': 'Diese Worte zum Vorlesen gibt es in diesem Abschnitt nicht.',
  'no-such-request': 'Unter dieser Anfrage möchte niemand mehr herein.',
  'round-closed': 'Die Abstimmung ist geschlossen. Die Moderation kann eine neue öffnen.',
  'own-card':
    'In dieser Abstimmung bekommen deine eigenen Karten keine Punkte von dir. Wähle eine andere.',
  'not-in-this-vote':
    'Diese Abstimmung gilt nur für die Themen mit Gleichstand. Wähle eines davon.',
  'no-such-option': 'Diese Antwort steht nicht zur Wahl. Wähle eine andere.',
  'no-minutes-there': 'Dort sind nicht so viele Minuten übrig. Nimm sie von woanders.',
  'no-thumbs-now': 'Nach Daumen wird gefragt, wenn die Zeit eines Themas um ist.',
  'no-such-decision': 'Diese Entscheidung ist weg. Schreib sie noch einmal als neue.',
  'too-many-decisions': 'Mehr Entscheidungen kann eine Sitzung nicht behalten. Ändere eine davon.',
  'too-many-check-ins': 'Es gibt schon zwölf Tage zum Nachschauen. Entferne zuerst einen.',
  'scribe-watches': 'Wer nur zuschaut, kann nicht mitschreiben. Wähle jemanden, der mitmacht.',
  'totals-promised':
    'Es wurde schon abgestimmt, mit dem Versprechen, dass der Stand verborgen oder sichtbar ist. Öffne eine andere Abstimmung, um das zu ändern.',
  'round-open': 'Hier läuft schon eine Abstimmung. Schließ sie zuerst.',
  'too-many-rounds':
    'Diese Sitzung hatte so viele Abstimmungen, wie sie behalten kann. Schließ sie und beginne eine neue.',
  'no-dots-left': 'Nimm einen Punkt von einer anderen Karte zurück, um ihn hier zu setzen.',
  'card-full': 'Diese Karte hat alle Punkte, die du ihr geben darfst. Wähle eine andere.',
  'no-dot-here': 'Auf dieser Karte liegt kein Punkt von dir.',
  'not-on-scale': 'Wähle einen der Werte der Skala.',
  'already-revealed':
    'Die Zahlen sind schon aufgedeckt. Die Moderation kann die Schätzung wieder öffnen.',
  'nothing-to-estimate': 'Es gibt noch keine Kategorie zum Schätzen. Lege zuerst eine an.',
  'estimates-open': 'Deckt zuerst die Schätzungen auf und einigt euch dann auf eine Zahl.',
  'reveal-running': 'Das Aufdecken hat schon begonnen.',
  'draft-poured': 'Diese Karte liegt schon auf der Tafel. Formuliere sie dort um.',
  'stale-draft':
    'Ein anderes Gerät hat eine neuere Fassung dieses Entwurfs. Deine bleibt als zweiter Entwurf.',
  'too-long': 'Das ist länger, als eine Karte fasst. Mach zwei Karten daraus.',
  'too-many-cards': 'Die Tafel ist voll. Entferne Karten, die niemand mehr braucht.',
  'too-many-drafts':
    'Du hast so viele Entwürfe, wie eine Person behalten kann. Entferne zuerst einen.',
  'cards-used':
    'Du hast alle deine Karten verbraucht. Ändere eine davon, oder entferne zuerst eine.',
  'too-many-people':
    'In dieser Sitzung ist kein Platz mehr frei. Bitte die Moderation, jemanden zu entfernen, der gegangen ist.',
  'too-many-seats':
    'Diese Sitzung hat alle ihre Plätze vergeben. Bitte die Moderation, eine neue zu beginnen.',
  'empty-text': 'Schreib zuerst etwas.',
  'name-taken':
    'So heißt hier schon jemand. Ergänze etwas, woran man euch unterscheidet, etwa den ersten Buchstaben des Nachnamens.',
  'empty-name': 'Tippe zuerst einen Namen ein.',
  'by-command':
    'Karten ohne Namen ändert nur der Server, damit niemand sie versehentlich unterschreibt.',
  'last-facilitator': 'Jemand muss moderieren. Lass zuerst eine andere Person moderieren.',
  'chair-taken': 'Gerade moderiert jemand. Bitte um die Übergabe.',
  'chair-kept':
    'Der Platz wird kurz freigehalten. Die Vertretung kann ihn nach 15 Sekunden nehmen, alle anderen nach einer Minute.',
  'door-full': 'An der Tür warten zu viele. Versuch es in ein paar Minuten noch einmal.',
  'door-refused': 'Die Moderation hat dich nicht hereingelassen. Frag am besten persönlich.',
  'not-open': 'Diese Sitzung nimmt gerade niemanden auf. Frag die Moderation.',
  'key-used': 'Dieser Link wurde schon benutzt oder ist zu alt. Mach einen neuen.',
  'too-fast':
    'Das war schneller, als der Server mitkommt. Warte einen Moment und versuch es noch einmal.',
  'read-only': 'Der Server kann gerade nicht speichern. Deine Worte bleiben hier.',
}

const problems = {
  'no-such-session': 'Keine offene Sitzung hat diesen Code. Prüfe die letzten drei Ziffern.',
  'unknown-token': 'Dieses Gerät hat keinen Platz in der Sitzung. Komm noch einmal herein.',
  malformed: 'Diese Anfrage versteht der Server nicht.',
  'foreign-origin': 'Diese Seite kommt nicht von diesem Server. Öffne seine eigene Adresse.',
  'too-large': 'Die Anfrage ist zu groß.',
  'too-many-codes': 'Zu viele falsche Codes von dieser Adresse. Warte eine Minute.',
  'too-many-sessions':
    'Von dieser Adresse kamen in einer Stunde so viele Sitzungen, wie gehen. Versuch es später noch einmal.',
  later: 'Der Server kann das gerade nicht. Versuch es in ein paar Sekunden noch einmal.',
  damaged: 'Diese Sitzung lässt sich nicht öffnen. Wer den Server betreibt, wurde benachrichtigt.',
  'not-found': 'Unter dieser Adresse gibt es nichts.',
}

export const refusals = { ...refused, ...problems }
