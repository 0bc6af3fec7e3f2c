/** German words of the report page. */
import { figure } from '../figure.ts'
import type { report as english } from '../report.ts'
import { plural } from '../common.ts'
import { common } from './common.ts'

export const report: typeof english = {
  loading: 'Der Bericht wird geöffnet',
  noSeat: 'Dieses Gerät hat keinen Platz in der Sitzung. Komm herein, um ihren Bericht zu lesen.',
  again: 'Noch einmal versuchen',
  back: 'Zurück zur Sitzung',
  views: 'Tafel oder Bericht',
  board: 'Tafel',
  report: 'Bericht',
  emptyBoard: 'Es wurden keine Karten geschrieben.',
  home: 'Alle Sitzungen',
  tables: {
    polls: 'Umfragen',
    cards: 'Karten',
    links: 'Verbindungen',
    estimates: 'Schätzungen',
    votes: 'Abstimmungen',
    actions: 'Maßnahmen',
    notes: 'Notizen',
  },
  failed: 'Die Datei konnte nicht geholt werden.',
  people: (n) => common.people(n),
  ledBy: (names) => `moderiert von ${names}`,
  authorship: {
    named: 'Mit Namen geschrieben',
    'deleted at close':
      'Ohne Namen geschrieben. Wer was geschrieben hat, wurde beim Schließen gelöscht.',
    'kept until close':
      'Ohne Namen geschrieben. Wer was geschrieben hat, wird beim Schließen gelöscht.',
  },
  decisions: 'Entscheidungen',
  actions: 'Maßnahmen',
  what: 'Was',
  who: 'Wer',
  due: 'Bis wann',
  ticket: 'Ticket',
  noOwner: 'Braucht jemanden',
  noActions: 'Es wurden keine Maßnahmen aufgeschrieben.',
  category: 'Kategorie',
  rank: 'Rang',
  product: 'Produkt',
  agreed: 'vereinbart',
  voteRules: (budget, cap) =>
    `${common.dots(budget)} für jede Person${cap === null ? '' : `, höchstens ${cap} auf einer Karte`}`,
  hidden: 'verborgen',
  dots: 'Punkte',
  card: 'Karte',
  topics: 'Themen',
  topicIs: { waiting: 'nicht erreicht', now: 'begonnen', done: 'besprochen' },
  minutes: (n) => common.min(n),
  goneTopic: 'Seither entfernt',
  said: 'Was gesagt wurde',
  toPlace: 'In keiner Kategorie',
  noCards: 'Keine Karten.',
  notes: 'Notizen',
  parking: 'Themenspeicher',
  ran: 'Wie es lief',
  planned: 'Geplant',
  used: 'Gebraucht',
  skipped: 'ausgelassen',
  checkIn: 'Nächster Termin',
  sends: (name) => `${name} verschickt die Notizen.`,

  title: (format) => `Bericht: ${format}`,
  closedAt: (time) => `geschlossen ${time}`,
  onThisPage: 'Auf dieser Seite',
  summary: 'Zusammenfassung',
  fromTo: (from, to) => `${from} bis ${to}`,
  counts: (cards, lanes, actions) =>
    [
      lanes === 0
        ? `${common.cards(cards)}.`
        : `${common.cards(cards)} in ${plural(lanes, 'Kategorie', 'Kategorien')}.`,
      actions === 0 ? '' : `${plural(actions, 'Maßnahme', 'Maßnahmen')}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  highest: (names) => `Am höchsten: ${names.join(' und ')}.`,
  mostDots: (names) => `Die meisten Punkte: ${names.join(' und ')}.`,
  setAside: (n) =>
    `${plural(n, 'Karte ist', 'Karten sind')} beiseitegelegt und nicht in diesem Bericht.`,
  decidedOn: (topic) => `Zu ${topic}`,
  phase: 'Abschnitt',
  topicPlanned: (is, minutes) => `${is}, geplant ${common.min(minutes)}`,
  topicUsed: (used, planned) => `${figure(used)} von ${common.min(planned)}`,
  saidIn: (section) => `Was gesagt wurde: ${section}`,
  answer: 'Antwort',
  answeredBy: 'Personen',
  answeredOf: (n, of) => `${n} von ${of} haben geantwortet.`,
  votesOn: (section) => `Abstimmung: ${section}`,
  unnamed: 'Ohne Namen',
  picture: (axes) => axes.join(' und '),
  agreement: 'Einigkeit',
  allAgreed: 'Einig',
  mostlyAgreed: 'Weitgehend einig',
  splitOn: (axes) => `Uneins: ${axes.join(' und ')}`,
  estimatesOf: (n) =>
    `Durchschnitte von ${plural(n, 'verborgenen Schätzung', 'verborgenen Schätzungen')}; das Produkt ist das der Durchschnitte.`,
  is: { open: 'Offen', offered: 'angefragt', done: 'Erledigt', dropped: 'Machen wir nicht' },
  pickDate: 'Datum wählen',
  noDate: 'Ohne Datum',
  reopenTitle: 'Zum Ausfüllen wieder öffnen?',
  reopenBody:
    'Die Sitzung ist geschlossen. Wieder geöffnet, können alle wieder hinein; schließ sie, wenn du fertig bist.',
  reopen: 'Sitzung wieder öffnen',
  dotsOf: (n) => common.dots(n),
  checkInQuestion: 'Welche dieser Sorgen hat sich geändert?',
  checkInAsk: (risks) =>
    risks ? 'Welche dieser Sorgen hat sich geändert?' : 'Was hat sich seitdem geändert?',
  actionAsk: (what) => `Wie geht es damit voran: ${what}`,

  export: 'Exportieren',
  markdown: 'Markdown',
  markdownFor: 'Für ein Wiki oder ein Repository',
  pdf: 'PDF',
  pdfFor: 'In Seiten, über das Druckfenster',
  json: 'Alles, als JSON',
  jsonFor: 'Vollständig, für Programme',
  spreadsheet: 'Tabellen, als CSV',
  whoWrote: 'Wer was geschrieben hat',
  authorshipShort: {
    named: 'Steht auf den Karten',
    'deleted at close': 'Beim Schließen gelöscht',
    'kept until close': 'Wird beim Schließen gelöscht',
  },
  send: 'Notizen verschicken',
  copyNotes: 'Für Mail oder Chat kopieren',
  copyHint: 'Entscheidungen, Maßnahmen, was am höchsten stand.',
  copied: 'Kopiert. Füg es dort ein, wo die Leute es lesen.',
  copyByHand: 'Dieser Browser lässt die Seite nicht kopieren. Markiere den Text und kopiere ihn.',
  calendarCheckIns: (n) =>
    n === 1 ? 'Nachschauen in meinen Kalender' : 'Alle Termine zum Nachschauen in meinen Kalender',
  calendarActions: (n) =>
    n === 1 ? 'Meine Maßnahme in meinen Kalender' : 'Meine Maßnahmen in meinen Kalender',
  calendarFailed: 'Die Kalenderdatei ließ sich nicht machen. Die Tage stehen im Bericht.',
}
