/** German words of the list of keys. */
import type { keyWords as english } from '../keys.ts'

export const keyWords: typeof english = {
  title: 'Tasten',
  lead: [
    ['T', 'Uhr starten oder anhalten'],
    ['Umschalt + T', 'Eine Minute mehr'],
    ['P', 'Die nächsten Worte zum Vorlesen'],
    ['C', 'Zum Pult'],
  ],
  card: [
    ['Pfeiltasten', 'Von Karte zu Karte'],
    [
      'M',
      'Karte aufnehmen, oder eine Gruppe an ihrer Menütaste; Pfeiltasten oder 1 bis 9 tragen sie, Enter legt sie ab',
    ],
    ['Menütaste', 'Was sonst mit einer Karte geht'],
    ['Enter', 'Karte bearbeiten'],
    ['Entf', 'Karte entfernen'],
    [
      'Umschalt + Klick, Leertaste',
      'Karte auswählen; Strg oder ⌘ + A alle ihres Platzes, Esc keine',
    ],
    ['Strg oder ⌘ + G', 'Ausgewählte Karten gruppieren'],
    ['Strg oder ⌘ + D', 'Eine Karte duplizieren'],
    ['Strg oder ⌘ + V', 'Kopiertes hinzufügen, eine Liste als je eine Karte'],
    ['+ und −', 'Punkt geben, zurücknehmen'],
    ['Strg oder ⌘ + Z', 'Deine letzte Änderung zurücknehmen'],
    ['Umschalt + Strg oder ⌘ + Z', 'Sie wiederholen; auch Strg + Y'],
    ['1 bis 3', 'Zahl geben; Pfeiltasten gehen in halben Schritten weiter'],
  ],
  board: [
    ['1 und 0', 'Der Bereich oder die ganze Tafel'],
    ['+ und −', 'Vergrößern und verkleinern'],
    ['Leertaste und ziehen', 'Tafel bewegen; das Rad und die Pfeiltasten tun es auch'],
    ['V und H', 'Auswählen oder die Tafel mit der Hand bewegen'],
  ],
  all: [
    ['Q', 'Zur Frage'],
    ['N', 'Etwas Neues schreiben'],
    ['Enter', 'Senden, was geschrieben ist'],
    ['Umschalt + Enter', 'Eine neue Zeile'],
    ['Esc', 'Schließen, zurücklegen, Pult senken'],
    ['?', 'Diese Liste'],
  ],
  act: 'Einzelne Tasten wirken',
  actHint: 'Schalte einzelne Buchstaben aus, wo sie stören, etwa bei Spracheingabe.',
}
