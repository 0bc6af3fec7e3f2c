/** German words for when there is no session on the page any more. */
import { plural } from '../common.ts'
import type { ended as english } from '../ended.ts'

export const ended: typeof english = {
  reload: 'Neu laden',
  home: 'Zur Startseite',
  join: 'Wieder mitmachen',
  comeBack: 'Um Einlass bitten',
  copy: 'Kopieren',
  copyAll: 'Meine Entwürfe kopieren',
  copied: 'Kopiert',
  copyFailed: 'Das Kopieren hat nicht geklappt. Markiere stattdessen den Text.',
  unsavedTitle: (n) =>
    `${plural(n, 'Text von dir ist', 'Texte von dir sind')} noch auf diesem Gerät`,
  unsavedBody: 'Kopiere, was du noch brauchst, bevor du weitergehst.',
  why: {
    removed: {
      title: 'Du bist nicht mehr in dieser Sitzung',
      body: 'Die Moderation hat dich entfernt. Was du geteilt hast, bleibt auf der Tafel. Um zurückzukommen, bitte um Einlass.',
    },
    'not-found': {
      title: 'Diese Sitzung gibt es hier nicht',
      body: 'Vielleicht wurde sie gelöscht, oder die Adresse ist unvollständig. Sieh dir den Link noch einmal an.',
    },
    version: {
      title: 'Plenary wurde erneuert',
      body: 'Diese Seite ist von einer anderen Version als der Server. Lade sie neu, um weiterzumachen.',
    },
    token: {
      title: 'Dieses Gerät hat keinen Platz mehr in der Sitzung',
      body: 'Komm mit deinem Namen wieder herein. Was du beigetragen hast, bleibt.',
    },
    refused: {
      title: 'Die Verbindung wurde abgelehnt',
      body: 'Das liegt an uns. Lade die Seite neu, um wieder hereinzukommen.',
    },
    damaged: {
      title: 'Diese Sitzung lässt sich nicht öffnen',
      body: 'Was von ihr gespeichert ist, lässt sich nicht lesen. Wer den Server betreibt, wurde benachrichtigt. Lade die Seite neu, sobald es behoben ist.',
    },
  },
}
