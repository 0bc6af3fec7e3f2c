/** Everything the server says no to, and the sentence a person reads. A refusal is a value; an exception is a bug. */
export const REFUSALS = {
  'not-now': 'This phase does not open that. The facilitator can go back to the phase that does.',
  'not-allowed': 'Only a facilitator can do that. Raise a hand to ask for it.',
  'observers-watch': 'You are watching this session. Ask the facilitator for a seat to take part.',
  'neutral-facilitator':
    'You lead this session without taking part. Capture what others say aloud instead.',
  'not-yours': 'Only its author or a facilitator can change this card.',
  'cards-locked': 'Cards are locked at the moment. Ask the facilitator to unlock them.',
  'lanes-led':
    'In a group this large the facilitator makes the categories. Raise a hand to suggest one.',
  closed: 'This session is closed. A facilitator can reopen it.',
  paused: 'The session is paused. It goes on when a facilitator says so.',
  'not-started': 'The session has not started yet. It begins when the facilitator starts it.',
  'no-such-phase': 'There is no such phase in this session. Reload to see its agenda.',
  'people-came':
    'People have come in, and their words would be lost. Start a new session from this set-up instead.',
  'not-expected': 'Up to 1,000 people can be expected. Choose a number from 1 to 1,000, or none.',
  'phase-is-on': 'The room is in this phase. Move on first, then skip it.',
  'no-phase-left': 'A session needs at least one phase. Keep one of them.',
  'not-minutes': 'A phase takes 1 to 600 whole minutes. Choose a number in between.',
  'words-too-long':
    'That is longer than fits. A title takes 80 characters, a question or prompt 500.',
  'too-many-prompts': 'A phase takes 20 prompts. Join some of them.',
  'no-such-person': 'That person is no longer here. Choose somebody from the list.',
  'no-such-card': 'That card is gone. Choose another one.',
  'no-such-place': 'That place is gone. Choose another category.',
  'no-such-lane': 'That category is gone. Choose another one.',
  'no-such-group': 'That group is gone. Choose another one.',
  'no-such-point': 'That moment is no longer kept. Choose another one.',
  'too-many-points':
    'This session keeps as many named moments as it can. The end of each phase is still kept.',
  'too-large-to-keep':
    'This board is too large for a moment of it to be kept. Save the report instead.',
  'set-aside': 'This card is set aside. A facilitator can bring it back.',
  'taken-away': 'A facilitator removed this card. Ask them to bring it back.',
  'no-such-draft': 'That draft is gone. Write it again as a new one.',
  'no-such-round': 'That vote is gone. Reload to see the current one.',
  'no-such-prompt': 'There is no such prompt in this phase.',
  'no-such-request': 'Nobody is asking to come in under that request any more.',
  'round-closed': 'The vote is closed. The facilitator can open another one.',
  'own-card': 'In this vote your own cards get no dots of yours. Choose another one.',
  'not-in-this-vote': 'This vote is only among the topics that tie. Choose one of them.',
  'no-such-option': 'This answer is not among the ones asked for. Choose another one.',
  'no-minutes-there': 'There are not so many minutes to take. Take them from somewhere else.',
  'no-thumbs-now': 'Thumbs are asked for when the time of a topic is up.',
  'no-such-decision': 'That decision is gone. Write it again as a new one.',
  'too-many-decisions': 'There are as many decisions as a session can keep. Change one of them.',
  'too-many-check-ins': 'There are 12 check-in dates. Remove one of them first.',
  'scribe-watches': 'Who only watches cannot write. Choose somebody who takes part.',
  'totals-promised':
    'People have voted on the promise of hidden or live totals. Open another vote to change that.',
  'round-open': 'A vote is already open here. Close it first.',
  'too-many-rounds':
    'This session has had as many votes as it can keep. Close it and start another one.',
  'no-dots-left': 'Take a dot back from another card to use it here.',
  'card-full': 'This card has all the dots you may give it. Choose another card.',
  'no-dot-here': 'You have no dot on this card to take back.',
  'not-on-scale': 'Choose one of the values of the scale.',
  'already-revealed': 'The numbers are already revealed. The facilitator can reopen the estimate.',
  'nothing-to-estimate': 'There is no category to estimate yet. Add one first.',
  'estimates-open': 'Reveal the estimates first, then settle a number.',
  'reveal-running': 'The reveal has already begun.',
  'draft-poured': 'This card is already on the board. Reword it there.',
  'stale-draft':
    'Another device has a newer version of this draft. Yours is kept as a second draft.',
  'too-long': 'That is longer than a card can hold. Split it into two cards.',
  'too-many-cards': 'The board is full. Remove cards that are no longer needed.',
  'too-many-drafts': 'You have as many drafts as one person can keep. Remove one first.',
  'cards-used': 'You have used all your cards. Reword one of them, or remove one first.',
  'too-many-people':
    'This session has no seat left. Ask the facilitator to remove someone who left.',
  'too-many-seats':
    'This session has handed out all its seats. Ask the facilitator to start a new one.',
  'empty-text': 'Write something first.',
  'empty-name': 'Type a name first.',
  'name-taken':
    'Somebody here has that name already. Add something that tells you apart, such as a last initial.',
  'by-command': 'Cards without names are changed by the server only, so that nobody signs them.',
  'last-facilitator': 'Somebody has to lead. Make another person facilitator first.',
  'chair-taken': 'Somebody leads at the moment. Ask them to hand over.',
  'chair-kept':
    'The chair is kept for a moment. The stand-in can take it after 15 seconds, anybody after a minute.',
  'door-full': 'Too many people are waiting at the door. Try again in a few minutes.',
  'door-refused': 'The facilitator did not let you in. Ask them in person.',
  'not-open': 'This session does not take newcomers at the moment. Ask the facilitator.',
  'key-used': 'This link has been used or is too old. Make a new one.',
  'too-fast': 'That was faster than the server takes. Wait a moment and try again.',
  'read-only': 'The server cannot save at the moment. Your words are kept here.',
} as const

export type Refusal = keyof typeof REFUSALS

export function isRefusal(code: string): code is Refusal {
  return Object.hasOwn(REFUSALS, code)
}
