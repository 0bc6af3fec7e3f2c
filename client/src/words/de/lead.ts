/** German words of leading. */
import type { lead as english } from '../lead.ts'

export const lead: typeof english = {
  ends: (time) => `Endet ${time}`,

  room: 'Diese Sitzung',
  more: 'Mehr für diese Sitzung',
  rename: 'Titel',
  renameYes: 'Titel ändern',
  close: 'Sitzung schließen',
  hostLink: 'Link für die Moderation kopieren',
  hostLinkHint: 'Behalte ihn: Er öffnet die Sitzung als Moderation.',
  copyFailed: (text) => `Kopieren ging nicht. Der Link ist ${text}`,
  hostCopied: 'Link für die Moderation kopiert. Behalte ihn für dich',
}
