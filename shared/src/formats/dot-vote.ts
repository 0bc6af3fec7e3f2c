/** The smallest useful session: propose, vote, talk. */
import type { Format } from '../format.ts'

export const dotVote: Format = {
  id: 'dot-vote',
  title: 'Dot vote',
  about: 'Propose, place dots, talk about the top.',
  anonymous: false,
  neutral: false,
  crowd: '2 to 40 people',
  spare: 0,
  sections: [
    { id: 'ideas', kind: 'wall', title: 'Ideas' },
    { id: 'actions', kind: 'actions', title: 'Actions' },
    { id: 'parking', kind: 'notes', title: 'Parking lot' },
  ],
  phases: [
    {
      id: 'propose',
      title: 'Propose',
      activity: 'sort',
      minutes: 3,
      least: 1,
      section: 'ideas',
      question: 'What are the options?',
      prompts: ['One idea on each card.'],
      opens: ['add', 'move'],
    },
    {
      id: 'vote',
      title: 'Vote',
      activity: 'vote',
      minutes: 3,
      least: 1,
      section: 'ideas',
      question: 'Which of these should we do?',
      prompts: ['You have three dots, at most two on one card.'],
      opens: ['dots'],
      dots: { budget: 3, cap: 2, live: true },
    },
    {
      id: 'discuss',
      title: 'Discuss',
      activity: 'discuss',
      minutes: 10,
      least: 3,
      section: 'ideas',
      question: 'What do we do next?',
      prompts: ['Begin with the one that has most dots.'],
      opens: ['actions', 'notes'],
      queue: { from: 'dots', places: 2, minutes: 5, least: 3 },
    },
  ],
}
