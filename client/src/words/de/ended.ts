/** German words for when there is no session on the page any more. */
import { plural } from '../common.ts'
import type { ended as english } from '../ended.ts'

export const ended: typeof english = {
  reload: 'Neu laden',
  home: 'Zur Startseite',
  join: 'Wieder mitmachen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  unsavedTitle: (n) =>
    `${plural(n, 'Text von dir wurde', 'Texte von dir wurden')} nicht gespeichert`,
  unsavedBody: 'Kopiere, was du noch brauchst, bevor du weitergehst.',
  why: {
    removed: {
      title: 'Du bist nicht mehr in dieser Sitzung',
      body: 'Die Moderation kann dich wieder hereinlassen. Was du beigetragen hast, bleibt.',
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
  },
}
