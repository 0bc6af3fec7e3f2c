/** German words of leading. */
import type { lead as english } from '../lead.ts'
import { common } from './common.ts'

export const lead: typeof english = {
  ends: (time) => `Endet ${time}`,

  endsLate: (time, over) => `Die Sitzung endet ${time}, ${over} zu spät`,
  takeFrom: (minutes, phase, before, after) =>
    `${minutes} von „${phase}“ nehmen (${before} auf ${after})`,
  keepLast: (minutes, phase) =>
    minutes > 0
      ? `Die letzten ${common.minutes(minutes)} für „${phase}“ behalten?`
      : `Zeit für „${phase}“`,
  goLast: (phase) => `Alle zu „${phase}“`,

  theLead: 'Die Moderation',
  dropped: (name, runs) =>
    `Die Verbindung von ${name} ist abgebrochen. ${runs ? 'Die Uhr läuft weiter, nichts' : 'Nichts'} geht verloren.`,
  mayTake: 'Du kannst weiterleiten, bis sie wieder da ist.',
  standinSoon: 'Du vertrittst. Gleich kannst du weiterleiten.',
  anyoneSoon: 'Wenn bald niemand zurück ist, kannst du weiterleiten.',
  seconds: (n) => `${n} s`,
  take: 'Leitung übernehmen',
  youLead: 'Du leitest jetzt. In der Liste der Personen gibst du es zurück.',
  leadsNow: (name) => `${name} leitet jetzt.`,
  besides: (name) => `${name} leitet. Du leitest mit, bis du es zurückbekommst.`,

  leads: 'leitet',
  leadsToo: 'leitet mit',
  standsIn: 'vertritt',
  hand: 'Leitung übergeben',
  handTitle: (name) => `Die Leitung an ${name} übergeben?`,
  handBody: (name) => `Alle erfahren, dass ${name} leitet. Du bleibst daneben Moderation.`,
  takeBack: 'Leitung übernehmen',
  share: 'Gemeinsam leiten',
  standin: 'Vertritt',
  standinHint: 'Bekommt die Leitung zuerst angeboten, wenn deine Verbindung abbricht.',
  scribe: 'Schreibt mit',
  makeParticipant: 'Nur teilnehmen',
  makeObserver: 'Nur zuschauen',
  removeTitle: (name) => `${name} entfernen?`,
  removeBody: 'Was diese Person gegeben hat, bleibt. Sie muss wieder eingelassen werden.',
  removeYes: (name) => `${name} entfernen`,
  morePerson: (name) => `Mehr zu ${name}`,

  moreTime: 'Mehr Zeit',
  askedTime: 'Um Zeit gebeten',
  moreTimeHint: 'Bittet vertraulich um mehr Zeit. Nur wie viele bitten, wird gesagt.',
  asksTime: (n) => (n === 1 ? 'Jemand bittet um mehr Zeit' : `${n} bitten um mehr Zeit`),
  giveMore: (n) => `${common.minutes(n)} mehr geben`,
  plus: (n) => `+${n} min`,

  gather: 'Alle hierher holen',
  gathered: 'Alle werden hierher geholt, außer wer gerade schreibt.',
  bringing: (name) => `${name} holt alle hierher.`,
  afterTyping: 'Du kommst mit, wenn du fertig geschrieben hast.',
  stayHere: 'Hier bleiben',

  openRoom: 'Raumbild öffnen',
  openRoomHint: 'Für die Wand: Frage, Uhr und Code, und nichts Eigenes von dir.',
  roomWelcome: 'Wir beginnen, wenn alle da sind.',
  roomJoin: 'Dabei sein unter',
  here: (n) => `${common.people(n)} hier`,
  done: (n, of) => `${n} von ${of} fertig`,
  given: (n, of) => `${n} von ${of} abgegeben`,
  toPlace: (n) => `${common.cards(n)} noch einzuordnen`,
  topic: 'Das Thema',
  chimeHint: 'Einmal und leise, nur auf diesem Gerät.',
  chime: 'Ton, wenn die Zeit um ist',

  editAgenda: 'Ablauf ändern',
  titleOf: (phase) => `Titel von „${phase}“`,
  minutesOf: (phase) => `Minuten von „${phase}“`,
  earlier: (phase) => `„${phase}“ früher`,
  later: (phase) => `„${phase}“ später`,
  skip: 'Auslassen',
  skipOf: (phase) => `„${phase}“ auslassen`,

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
