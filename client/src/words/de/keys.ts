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
    ['Leertaste', 'Karte aufnehmen, Pfeiltasten tragen sie, Enter legt sie ab'],
    ['M', 'Was mit einer Karte geht; 1 bis 9 wählen eine Kategorie'],
    ['Enter', 'Karte bearbeiten'],
    ['Entf', 'Karte entfernen'],
    ['Strg oder ⌘ + D', 'Eine Karte duplizieren'],
    ['Strg oder ⌘ + V', 'Kopiertes hinzufügen, eine Liste als je eine Karte'],
    ['+ und −', 'Punkt geben, zurücknehmen'],
    ['Strg oder ⌘ + Z', 'Deine letzte Änderung zurücknehmen'],
    ['Umschalt + Strg oder ⌘ + Z', 'Sie wiederholen; auch Strg + Y'],
    ['1 bis 3', 'Zahl geben; Pfeiltasten gehen in halben Schritten weiter'],
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
