/** German words about one's own seat: the name, other devices, the way out. */
import type { seat as english } from '../seat.ts'

export const seat: typeof english = {
  title: 'Du',
  name: 'Dein Name',
  rename: 'Namen ändern',
  renamed: (name) => `Du heißt jetzt ${name}`,
  device: 'Anderes Gerät benutzen',
  deviceHint: 'Mach als du selbst auf einem Telefon oder Laptop weiter, auch auf beiden zugleich.',
  deviceTitle: 'Anderes Gerät benutzen',
  deviceScan: 'Scanne das mit dem anderen Gerät, oder öffne dort den Link.',
  deviceOnce: (until) =>
    `Er gilt einmal, bis ${until}, und öffnet deinen eigenen Platz. Behalte ihn für dich.`,
  deviceMaking: 'Ein Link wird gemacht',
  deviceOver: 'Dieser Link ist abgelaufen.',
  deviceAgain: 'Einen neuen machen',
  deviceCopy: 'Link kopieren',
  deviceCopied: 'Link kopiert',
  deviceCopyFailed: 'Das Kopieren ging nicht. Markiere den Link und kopiere ihn.',
  deviceLink: 'Link zu deinem eigenen Platz',
  deviceLocal:
    'Diese Seite wurde unter einer Adresse geöffnet, die nur dieser Rechner kennt. Öffne Plenary zuerst unter seiner Adresse im Netz, dann können andere Geräte folgen.',
}
