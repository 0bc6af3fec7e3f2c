/** German words about one's own seat: the name, other devices, the way out. */
import { plural } from '../common.ts'
import type { seat as english } from '../seat.ts'
import { common } from './common.ts'

export const seat: typeof english = {
  title: 'Du',
  pass: 'Dieses Telefon weitergeben',
  passHint:
    'Mehrere Personen an einem Gerät, jede mit eigenen Entwürfen und Punkten. Dazwischen ist der Bildschirm verdeckt.',
  passNow: 'Weitergeben',
  thisIs: (name) => `Bildschirm von ${name}`,
  coverFor: (name) => `Verdeckt. Gib weiter an ${name}.`,
  coverWho: 'Verdeckt. Wer hat es jetzt?',
  coverNew: 'Verdeckt. Gib es der nächsten Person.',
  coverBody:
    'Auf diesem Bildschirm stehen niemandes Worte. Was geschrieben wurde, ist für die gesichert, die es schrieben.',
  iAm: (name) => `Ich bin ${name}`,
  somebodyNew: 'Jemand Neues',
  back: 'Zurück',
  late: {
    label: 'Wo die Runde steht',
    where: (phase, left) =>
      left === null
        ? `Ihr seid bei „${phase}“.`
        : left === 0
          ? `Ihr seid bei „${phase}“, die Zeit ist um.`
          : `Ihr seid bei „${phase}“, noch ${common.minutes(left)}.`,
    soFar: (what) => `Bisher: ${what}.`,
    actions: (n) => plural(n, 'Maßnahme', 'Maßnahmen'),
    nameless: 'Karten tragen keine Namen.',
    named: 'Karten tragen den Namen derer, die sie schrieben.',
    hidden: (lead) => `Was du schreibst, ist privat, bis ${lead} es aufdeckt.`,
  },
  watching: 'Du schaust zu. Du siehst alles, was gezeigt wird.',
  askPart: 'Um Teilnahme bitten',
  askedPart: 'Du möchtest mitmachen. Wer moderiert, sieht deine Meldung.',
  stopAskingPart: 'Nicht mehr fragen',
  letPart: 'Mitmachen lassen',
  letPartName: (name) => `${name} mitmachen lassen`,
  leave: 'Diese Sitzung verlassen',
  leaveTitle: 'Diese Sitzung verlassen?',
  leaveBody:
    'Was du beigetragen hast, bleibt. Mit dem Code und deinem Namen kannst du wieder um Einlass bitten.',
  leaveUnsaved: (n) =>
    `${plural(n, 'Änderung ist', 'Änderungen sind')} noch nicht gesichert und ginge verloren. Warte einen Moment, oder kopiere, was du brauchst.`,
  leaveYes: 'Verlassen',
  leaveNo: 'Bleiben',
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
    'Diese Seite wurde unter einer Adresse geöffnet, die nur dieser Rechner kennt. Unter seiner Adresse im Netz können andere Geräte folgen.',
  deviceUse: (host) => `${host} nehmen`,
}
