/** Words of the list of keys. */
import { translated } from './catalogue.ts'

export const keyWords = translated('keyWords', {
  title: 'Keys',
  lead: [
    ['T', 'Start or pause the timer'],
    ['Shift + T', 'One more minute'],
    ['P', 'Next words to read aloud'],
    ['C', 'To the console'],
  ] as readonly (readonly [string, string])[],
  card: [
    ['Arrow keys', 'From card to card'],
    [
      'M',
      'Pick a card up, or a group from its menu button; arrow keys or 1 to 9 carry it, Enter drops it',
    ],
    ['Menu key', 'What else can be done with a card'],
    ['Enter', 'Edit a card'],
    ['Delete', 'Remove a card'],
    ['Shift + press, Space', 'Choose a card; Ctrl or ⌘ + A all of its place, Esc none'],
    ['Ctrl or ⌘ + G', 'Group the chosen cards'],
    ['Ctrl or ⌘ + D', 'Duplicate a card'],
    ['Ctrl or ⌘ + V', 'Add what was copied, a list as one card for each line'],
    ['+ and −', 'Add a dot, take it back'],
    ['Ctrl or ⌘ + Z', 'Undo your last change'],
    ['Shift + Ctrl or ⌘ + Z', 'Do it again; Ctrl + Y too'],
    ['1 to 3', 'Give a number; arrow keys go on by halves'],
  ] as readonly (readonly [string, string])[],
  board: [
    ['1 and 0', 'The section, or the whole board'],
    ['+ and −', 'Zoom in and out'],
    ['Space and drag', 'Move the board; so do the wheel and the arrow keys'],
    ['V and H', 'Select, or move the board with the hand'],
  ] as readonly (readonly [string, string])[],
  all: [
    ['Q', 'To the question'],
    ['N', 'Write something new'],
    ['Enter', 'Send what is written'],
    ['Shift + Enter', 'A new line'],
    ['Esc', 'Close, put back, lower the console'],
    ['?', 'This list'],
  ] as readonly (readonly [string, string])[],
  act: 'Single keys act',
  actHint: 'Turn single letters off where they get in the way, such as with speech input.',
})
