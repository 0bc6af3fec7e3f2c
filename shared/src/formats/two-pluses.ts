/** List topics, two pluses each, discuss the top two; a tie shares the same hour. */
import type { Format } from '../format.ts'

// Rules: MediaWiki.org "Analytics/ScrumRetrospective" (CC BY-SA): two votes a member, stackable, two topics of
// thirty minutes, three of twenty on a tie, a facilitator who does not take part in the contents.
export const twoPluses: Format = {
  id: 'two-pluses',
  title: 'Two pluses',
  about: 'List topics, vote, timebox the top two.',
  anonymous: false,
  neutral: true,
  crowd: '3 to 15 people',
  spare: 0,
  sections: [
    { id: 'topics', kind: 'columns', title: 'Topics', lanes: [] },
    { id: 'notes', kind: 'notes', title: 'Notes' },
    { id: 'actions', kind: 'actions', title: 'Actions' },
    { id: 'parking', kind: 'notes', title: 'Parking lot' },
  ],
  phases: [
    {
      id: 'list',
      title: 'List topics',
      activity: 'sort',
      minutes: 5,
      least: 3,
      section: 'topics',
      question: 'What should we talk about?',
      prompts: ['One topic on each card.', 'Anything from the last weeks counts.'],
      opens: ['add', 'move'],
    },
    {
      id: 'vote',
      title: 'Vote',
      activity: 'vote',
      minutes: 3,
      least: 1,
      section: 'topics',
      question: 'Which topics matter most to you?',
      prompts: ['You have two pluses. Both may go to one topic.'],
      opens: ['dots'],
      dots: { budget: 2, cap: null, live: false },
    },
    {
      id: 'discuss',
      title: 'Discuss',
      activity: 'discuss',
      minutes: 60,
      least: 20,
      section: 'topics',
      question: 'What happened, and what would we change?',
      prompts: ['At zero: go on, or next?'],
      opens: ['actions', 'notes'],
      queue: { from: 'dots', places: 2, minutes: 30, least: 10 },
    },
    {
      id: 'actions',
      title: 'Actions',
      activity: 'actions',
      minutes: 5,
      least: 3,
      section: 'actions',
      question: 'Who will take what on?',
      prompts: ['Who sends the notes round?'],
      opens: ['actions', 'notes'],
    },
  ],
}
