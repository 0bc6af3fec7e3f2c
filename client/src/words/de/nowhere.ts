/** German words of the page for an address that leads nowhere, and of the one after a fault of ours. */
import type { nowhere as english } from '../nowhere.ts'

export const nowhere: typeof english = {
  title: 'Unter dieser Adresse ist nichts',
  body: 'Vielleicht wurde die Sitzung gelöscht, oder dem Link fehlt das Ende.',
  home: 'Alle Sitzungen',
  join: 'Mit einem Code mitmachen',
  copyDetails: 'Einzelheiten kopieren',
  detailsCopied: 'Einzelheiten kopiert',
  copyFailed: 'Das Kopieren hat nicht geklappt.',
}
