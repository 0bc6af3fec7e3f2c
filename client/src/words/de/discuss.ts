/** German words of talking about topics, at a desk and on a phone. */
import type { discuss as english } from '../discuss.ts'
import { figure } from '../figure.ts'
import { common } from './common.ts'

export const discuss: typeof english = {
  dotsResult: 'Was die Punkte sagen',
  numbersResult: 'Was die Zahlen sagen',
  allZero: 'Niemand hat einen Punkt vergeben, also gibt es keine Reihenfolge.',
  allZeroNumbers: 'Niemand hat eine Zahl vergeben, also gibt es keine Reihenfolge.',
  allZeroLead: 'Wähle, worüber ihr sprecht.',
  noNumbersYet:
    'Es wurde nicht abgestimmt oder geschätzt, also gibt es keine Reihenfolge als Vorschlag.',
  product: (value) => figure(value),
  noNumber: '–',

  again: (n) => `${n} in der Abstimmung unter den Gleichen`,
  voteAgain: 'Unter ihnen noch einmal abstimmen (1 Punkt, 1 Min.)',

  topicOf: (n, of) => `Thema ${n} von ${of}`,
  productOf: (value) => `Produkt ${value}`,
  leftOf: (time, minutes) => `noch ${time} von ${common.min(minutes)}`,
  over: (time, minutes) => `${time} über die ${common.min(minutes)} hinaus`,
  cardsOf: (name) => `Karten von ${name}`,
  shownCard: 'Wird gezeigt',
  show: 'Allen zeigen',
  hide: 'Nicht mehr zeigen',

  topics: 'Themen',
  keepGoing: 'Weiter?',
  timeIsUp: (name) => `Die Zeit für ${name} ist um. Weiter oder nächstes?`,
  thumbs: { up: 'Weiter', side: 'Egal', down: 'Nächstes' },
  thumbsIn: (n, of) => `${n} von ${of} haben geantwortet. Niemand sieht, wer was.`,
  more: 'Zeit',
  plus: (n) => `+${common.min(n)}`,
  from: 'Von',
  spare: 'Freie Minuten',
  fromTheEnd: 'Ein späteres Ende',
  takenFrom: (name, before, after) => `${name} geht von ${before} auf ${common.min(after)}`,
  spareGives: (before, after) =>
    `Aus ${before === 1 ? 'einer freien Minute' : `${before} freien Minuten`} ${after === 1 ? 'wird' : 'werden'} ${after}. Das Ende bleibt.`,
  endMoves: (time) => `Das Ende rückt auf ${time}.`,
  goOn: (n) => `Weiter, +${common.min(n)}`,
  nextTopic: 'Nächstes Thema',
  lastDone: 'Damit fertig',

  decisions: 'Entscheidungen',
  noDecisions: 'Noch nichts entschieden.',
  addDecision: 'Entscheidung hinzufügen',
  change: 'Ändern',
  changeDecision: (text) => `„${text}“ ändern`,
  removeDecision: (text) => `„${text}“ entfernen`,
  decisionRemoved: 'Entscheidung entfernt.',
  on: (topic) => `zu ${topic}`,
  notesOn: (topic) => `Notizen zu ${topic}`,
  otherNotes: (n) => `Andere Notizen, ${n}`,
  noNotesHere: 'Noch keine Notizen zu diesem Thema.',

  scribe: 'Schreibt mit',
  noScribe: 'Niemand',
  writesDown: (name) => `${name} schreibt mit.`,
  youScribe: 'Du schreibst mit: Notizen, Entscheidungen und Maßnahmen.',

  choose: 'Ich wähle',
  chooseTitle: 'Themen in ihrer Reihenfolge',
  chooseNone: 'Noch nichts gewählt. Nimm Themen aus der Liste darunter.',
  candidates: 'Alles, was es gibt',
  nothingThere: 'Es gibt noch keine Karte, über die ihr sprechen könnt.',
  up: (text) => `Früher über „${text}“ sprechen`,
  down: (text) => `Später über „${text}“ sprechen`,
  minutesOf: (text) => `Minuten für „${text}“`,
  total: (topics, minutes, planned) =>
    `${topics === 1 ? 'Ein Thema' : `${topics} Themen`}, ${minutes} von ${common.minutes(planned)}`,
  set: 'Diese Themen nehmen',
  cancel: 'Zurück zum Vorschlag',

  waitForLead: (lead) => `${lead} wählt gleich die Themen.`,
  propose: 'Vorgeschlagene Themen',
  top: (n, minutes) =>
    n === 1
      ? `Das oberste, ${common.minutes(minutes)}.`
      : `Die obersten ${n}, je ${common.minutes(minutes)}.`,
  shared: (n, places, minutes, each) =>
    `${manyTopics(n)} teilen sich ${inPlaces(places)}: Aus ${places} × ${minutes} werden ${n} × ${each} Minuten.`,
  crowded: (n, places) =>
    `${manyTopics(n)} teilen sich ${inPlaces(places)}. Das sind zu viele, um die Zeit zu teilen.`,
  chooseSome: (places) => `${places} auswählen`,
  discussAll: (clock) => `Alle besprechen, je ${clock}`,
  next: 'Danach',
  done: 'Besprochen',
  start: (text) => `Mit „${text}“ beginnen`,
  minutes: (n) => common.min(n),
  changeTopics: 'Themen ändern',
  allDone: 'Alle Themen sind besprochen.',
  notes: 'Notizen',
  actions: 'Maßnahmen',
  cards: 'Karten',
  addNote: 'Notiz hinzufügen',
  addAction: 'Maßnahme hinzufügen',
  sendNote: 'Notiz hinzufügen',
  sendAction: 'Maßnahme hinzufügen',
  noteNamed: 'Bei Notizen steht hier dein Name. Im Bericht steht er nicht.',
  emptyNotes: 'Noch keine Notizen.',
  emptyActions: 'Noch keine Maßnahmen. Wer kümmert sich?',
  makeAction: 'Eine Maßnahme daraus machen',
  moreFor: (text) => `Mehr zu „${text}“`,
  madeAction: 'Das ist jetzt eine Maßnahme.',
  parking: 'Themenspeicher',
}

const NUMBERS = ['Null', 'Ein', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun']

function manyTopics(n: number): string {
  return `${NUMBERS[n] ?? n} Themen`
}

function inPlaces(n: number): string {
  return n === 1 ? 'einen Platz' : `${(NUMBERS[n] ?? String(n)).toLowerCase()} Plätze`
}
