/** German words of groups, of the card that is read out, and of cards set aside. */
import { plural } from '../common.ts'
import type { groups as english } from '../groups.ts'
import { common } from './common.ts'

export const groups: typeof english = {
  with: 'Gruppieren mit …',
  withTitle: (text) => `„${text}“ gruppieren mit`,
  none: 'Hier gibt es nichts, womit sie eine Gruppe bilden könnte.',
  takeOut: 'Aus der Gruppe nehmen',
  unnamed: 'Gruppe ohne Namen',
  label: (name, n) => `Gruppe ${name}, ${common.cards(n)}`,
  cards: (n) => common.cards(n),
  more: (name) => `Mehr zur Gruppe ${name}`,
  name: 'Name der Gruppe',
  rename: 'Umbenennen',
  merge: 'Zusammenlegen mit …',
  mergeTitle: (name) => `${name} zusammenlegen mit`,
  apart: 'Gruppe auflösen',
  moveTo: (name) => `Gruppe ${name} verschieben nach`,
  made: (name) => `Gruppiert als „${name}“`,
  joined: (name) => `Zu „${name}“ gelegt`,
  joinedGroups: (name) => `Zusammengelegt als „${name}“`,
  left: 'Aus der Gruppe genommen',
  tookApart: 'Gruppe aufgelöst',
  moved: (lane) => `Gruppe nach ${lane} verschoben`,

  cardsEach: 'Karten pro Person',
  cardsNoLimit: 'Beliebig viele',

  show: 'Vorlesen',
  showTitle: 'Vorlesen',
  showStart: 'Eine nach der anderen vorlesen',
  showHint: 'Eine Karte nach der anderen, groß auf jedem Bildschirm.',
  showOf: (n, of) => `${n} von ${of}`,
  showNext: 'Nächste Karte',
  showBefore: 'Vorige Karte',
  showEnd: 'Fertig vorgelesen',

  aside: 'Beiseitelegen',
  isAside: 'Beiseitegelegt',
  asideDone: 'Beiseitegelegt. Ihre Worte sind von jedem Bildschirm verschwunden.',
  bringBack: 'Zurückholen',
  broughtBack: 'Sie ist wieder da, mit den Worten, die sie jetzt hat.',
  asideCount: (n) => `${plural(n, 'Karte ist', 'Karten sind')} beiseitegelegt`,
  asideLook: 'Ansehen',
  asideTitle: 'Beiseitegelegte Karten',
  asideHint:
    'Diese Worte sieht nur, wer moderiert, und wer sie geschrieben hat. Im Bericht fehlen sie.',
  reworded: 'neu formuliert',
  yours: (lead) => `${lead} hat deine Karte beiseitegelegt.`,
  yoursBody: (lead) =>
    `Ihre Worte siehst jetzt nur du, und ${lead}. Du kannst es anders sagen; ${lead} holt sie zurück.`,
  rewordLabel: 'Deine Karte, anders gesagt',
  reword: 'Diese Worte behalten',
  rewordedOwn: 'Behalten. Sie erscheint, wenn sie zurückgeholt wird.',
}
