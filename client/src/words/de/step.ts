/** German words of the step that the chair takes next. */
import { plural } from '../common.ts'
import type { stepWords as english } from '../step.ts'

export const stepWords: typeof english = {
  openLobby: 'Einlass öffnen',
  openLobbyDetail: 'Wer den Code hat, kann hereinkommen.',
  start: (phase) => `Mit „${phase}“ beginnen`,
  startDetail: 'Alle kommen zum ersten Abschnitt.',
  startTimer: (time) => `${time} starten`,
  next: (phase) => `Weiter: ${phase}`,
  nextDetail: (phase) => `Alle kommen zu „${phase}“.`,
  reveal: (phase) => `Aufdecken, dann ${phase}`,
  revealAndSort: 'Aufdecken und sortieren',
  revealDetail: 'Alle Karten werden zusammen gezeigt, gemischt und ohne Namen.',
  revealNamedDetail: 'Alle Karten werden zusammen gezeigt, gemischt.',
  revealing: 'Wird aufgedeckt',
  revealingDetail: 'Gleich drehen sich alle fertigen Karten um.',
  revealTitle: 'Die Karten von allen aufdecken?',
  revealCounts: (drafts, done, of, gone) =>
    [
      drafts === null ? '' : `${plural(drafts, 'Karte', 'Karten')}.`,
      `${done} von ${of} fertig.`,
      gone === 0 ? '' : `${plural(gone, 'Person ist', 'Personen sind')} offline.`,
      'Aufdecken lässt sich nicht zurücknehmen.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  wait: 'Warten',
  revealYes: 'Aufdecken',
  unplacedTitle: (n) =>
    n === 1 ? '1 Karte ist nicht eingeordnet' : `${n} Karten sind nicht eingeordnet`,
  unplacedBody: 'Sie bleiben unter „Noch einzuordnen“ und können später sortiert werden.',
  unplacedYes: (phase, n) => `${phase} ohne ${n === 1 ? 'diese' : 'sie'}`,
  back: 'Zurück',
  revealNumbers: 'Zahlen aufdecken',
  revealNumbersDetail: 'Alle sehen zusammen die Durchschnitte, nie, von wem sie sind.',
  voted: (n, of) => `${n} von ${of} abgegeben.`,
  closeVote: 'Abstimmung schließen',
  closeVoteDetail: 'Alle sehen die Punkte zusammen.',
  closeVoteNext: (phase) => `Abstimmung schließen, dann ${phase}`,
  closeVoteDiscuss: 'Abstimmung schließen und besprechen',
  firstTopic: 'Mit dem ersten Thema beginnen',
  firstTopicDetail: 'Seine eigene Uhr beginnt.',
  nextTopic: 'Nächstes Thema',
  nextTopicDetail: 'Die Uhr beginnt dafür von vorn.',
  setTopics: 'Diese Themen nehmen',
  setTopicsDetail: 'Alle sehen, was kommt und wie lange.',
  goOn: (phase) => `Weiter mit ${phase}`,
  goOnDetail: 'Der Code gilt wieder. Die Uhr steht, wo sie stand.',
  close: 'Sitzung schließen',
  closeDetail: 'Alle behalten den Bericht. Die Moderation kann die Sitzung wieder öffnen.',
  closeTitle: 'Die Sitzung schließen?',
}
