/** What the formats say in German. */
import type { FormatTexts } from './texts.ts'

const notes = { title: 'Notizen' }
const actions = { title: 'Maßnahmen' }
const parking = { title: 'Themenspeicher' }

const preMortem: FormatTexts = {
  title: 'Pre-mortem',
  crowd: '4 bis 12 Personen',
  about: 'Stellt euch vor, es ist gescheitert, und findet heraus, warum.',
  premise: {
    stands: 'Unser Projekt ist gescheitert.',
    named: '{title} ist gescheitert.',
    dated: 'Es ist der {day}. {title} ist gescheitert.',
  },
  sections: {
    reasons: {
      title: 'Gründe',
      lanes: ['Leistung', 'Sicherheit', 'Zeitplan', 'Fehlende Funktionen', 'Niemand nutzt es'],
    },
    risks: {
      title: 'Risiken',
      axes: {
        probability: {
          title: 'Wahrscheinlichkeit',
          low: 'Niedrig',
          high: 'Hoch',
          asks: 'Wie wahrscheinlich ist es?',
        },
        impact: {
          title: 'Auswirkung',
          low: 'Niedrig',
          high: 'Hoch',
          asks: 'Wie schlimm wäre es?',
        },
      },
    },
    notes,
    actions,
    parking,
  },
  phases: {
    scene: {
      title: 'Einstimmen',
      question: 'Unser Projekt ist gescheitert. Was ist passiert?',
      prompts: [
        'Es ist nicht vielleicht gescheitert. Es ist gescheitert.',
        'Erst schreibt jede Person für sich. Niemand sieht, wer was geschrieben hat.',
        'Wenn du dieses Team leitest, schätze mit allen zusammen und sprich zuletzt.',
      ],
    },
    write: {
      title: 'Schreiben',
      question: 'Unser Projekt ist gescheitert. Was ist passiert?',
      prompts: [
        'Ein Grund pro Karte. Kurz genügt.',
        'Denkt an die, die es benutzen, die es verkaufen und die es betreiben.',
      ],
    },
    sort: {
      title: 'Vorlesen und sortieren',
      question: 'Unser Projekt ist gescheitert. Wohin gehört jeder Grund?',
      prompts: [
        'Nimm eine Karte, lies sie vor und lege sie ab.',
        'Passt sie an zwei Stellen, sagt es und wählt gemeinsam eine.',
      ],
    },
    estimate: {
      title: 'Schätzen',
      question: 'Wie wahrscheinlich ist jedes? Wie schlimm wäre es?',
      prompts: ['Niemand sieht deine Zahlen, bis alle sie zusammen sehen.'],
    },
    discuss: {
      title: 'Besprechen',
      question: 'Was hätten wir tun können, um das Scheitern zu vermeiden oder abzumildern?',
      prompts: [
        'Beginnt mit dem höchsten.',
        'Mag jemand, für den es hoch war, erzählen, was das Bild dazu war? Und jemand, für den es niedrig war?',
      ],
    },
    actions: {
      title: 'Maßnahmen und Schluss',
      question: 'Wer übernimmt was, und wann schauen wir wieder nach?',
      prompts: [
        'Wer verschickt die Notizen?',
        'Wann fragen wir, welche dieser Sorgen sich verändert hat?',
      ],
    },
  },
}

const startStop: FormatTexts = {
  title: 'Retrospektive',
  crowd: '3 bis 15 Personen',
  about:
    'Schaut zurück: anfangen, beibehalten, anders machen, aufhören. Gruppieren, abstimmen, reden, handeln.',
  sections: {
    arrival: {
      title: 'Ankommen',
      options: [
        'Besser als erhofft',
        'Etwa wie erwartet',
        'Schwerer als gedacht',
        'Das sage ich lieber laut',
      ],
    },
    thoughts: {
      title: 'Gedanken',
      lanes: ['Anfangen', 'Beibehalten', 'Anders machen', 'Aufhören'],
    },
    notes,
    actions,
    parking,
  },
  phases: {
    'check-in': {
      title: 'Ankommen',
      question: 'Wie war die Zeit, auf die wir zurückschauen, für dich?',
      prompts: [
        'Alle haben ihr Bestes getan, mit dem, was sie damals wussten und hatten.',
        'Ihr antwortet und schreibt für euch. Niemand sieht, was von wem ist.',
      ],
    },
    write: {
      title: 'Schreiben',
      question: 'Womit sollten wir anfangen, was beibehalten, was anders machen, womit aufhören?',
      prompts: [
        'Ein Gedanke pro Karte. Kurz genügt.',
        'Denkt an die Tage davor, an den Tag selbst und an das, was danach kam.',
      ],
    },
    group: {
      title: 'Vorlesen und gruppieren',
      question: 'Wohin gehört jeder Gedanke, und welche gehören zusammen?',
      prompts: [
        'Nimm eine Karte, lies sie vor und lege sie ab.',
        'Zwei, die dasselbe sagen, werden eine Gruppe. Gebt ihr einen kurzen Namen.',
      ],
    },
    vote: {
      title: 'Abstimmen',
      question: 'Worüber sollten wir heute reden?',
      prompts: ['Du hast fünf Punkte. Setze beliebig viele auf eine Karte.'],
    },
    discuss: {
      title: 'Besprechen',
      question: 'Was würde es beim nächsten Mal besser machen?',
      prompts: [
        'Beginnt mit dem, was die meisten Punkte hat.',
        'Was wussten wir damals? Was müssten wir früher wissen?',
      ],
    },
    actions: {
      title: 'Maßnahmen',
      question: 'Wer übernimmt was, und bis wann?',
      prompts: ['Wer verschickt die Notizen?', 'Wann schauen wir sie wieder an?'],
    },
  },
}

const twoPluses: FormatTexts = {
  title: 'Zwei Plus',
  crowd: '3 bis 15 Personen',
  about: 'Alle sammeln Themen, haben zwei Plus, und die Gruppe spricht über die obersten zwei.',
  sections: { topics: { title: 'Themen' }, notes, actions, parking },
  phases: {
    list: {
      title: 'Themen sammeln',
      question: 'Worüber sollten wir reden?',
      prompts: ['Ein Thema pro Karte.', 'Alles aus den letzten Wochen zählt.'],
    },
    vote: {
      title: 'Abstimmen',
      question: 'Welche Themen sind dir am wichtigsten?',
      prompts: ['Du hast zwei Plus. Beide dürfen auf ein Thema.'],
    },
    discuss: {
      title: 'Besprechen',
      question: 'Was ist passiert, und was würden wir ändern?',
      prompts: ['Bei null: weiter, oder das nächste?'],
    },
    actions: {
      title: 'Maßnahmen',
      question: 'Wer übernimmt was?',
      prompts: ['Wer verschickt die Notizen?'],
    },
  },
}

const dotVote: FormatTexts = {
  title: 'Punktabstimmung',
  crowd: '2 bis 40 Personen',
  about: 'Schlagt Ideen vor, setzt Punkte auf die wichtigen und redet über die obersten.',
  sections: { ideas: { title: 'Ideen' }, actions, parking },
  phases: {
    propose: {
      title: 'Vorschlagen',
      question: 'Welche Möglichkeiten gibt es?',
      prompts: ['Eine Idee pro Karte.'],
    },
    vote: {
      title: 'Abstimmen',
      question: 'Was davon sollten wir tun?',
      prompts: ['Du hast drei Punkte, höchstens zwei auf einer Karte.'],
    },
    discuss: {
      title: 'Besprechen',
      question: 'Was tun wir als Nächstes?',
      prompts: ['Beginnt mit dem, was die meisten Punkte hat.'],
    },
  },
}

const openBoard: FormatTexts = {
  title: 'Freie Wand',
  crowd: '1 bis 20 Personen',
  about: 'Eine freie Wand: schreiben, hinlegen, verbinden, auswählen.',
  sections: { board: { title: 'Wand' }, notes, actions, parking },
  phases: {
    board: {
      title: 'Freie Wand',
      question: 'Was sehen wir?',
      prompts: [
        'Ein Gedanke pro Karte.',
        'Legt nebeneinander, was zusammengehört, und verbindet, was zueinander führt.',
      ],
    },
    vote: {
      title: 'Abstimmen',
      question: 'Was ist am wichtigsten?',
      prompts: ['Du hast drei Punkte, höchstens zwei auf einer Karte.'],
    },
    discuss: {
      title: 'Besprechen',
      question: 'Was machen wir daraus?',
      prompts: ['Beginnt mit dem, was die meisten Punkte hat.'],
    },
    actions: {
      title: 'Maßnahmen',
      question: 'Wer übernimmt was?',
      prompts: ['Wer verschickt die Notizen?'],
    },
  },
}

export const GERMAN: Readonly<Record<string, FormatTexts>> = {
  'pre-mortem': preMortem,
  'start-stop': startStop,
  'two-pluses': twoPluses,
  'dot-vote': dotVote,
  'open-board': openBoard,
}
