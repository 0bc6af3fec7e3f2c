/** German words of a connection that stays away. */
import type { lost as english } from '../lost.ts'

export const lost: typeof english = {
  noAnswer: 'Der Server antwortet nicht. Deine Worte bleiben auf diesem Gerät.',
  tryNow: 'Jetzt versuchen',
  save: 'Speichern, was ich sehe',
  savedFrom: (time) =>
    `Um ${time} von einem Bildschirm gespeichert, während der Server nicht antwortete. Vielleicht nicht vollständig.`,
  drafts: 'Meine Entwürfe, die sonst niemand gesehen hat',
  begun: 'Angefangen, nicht gesendet',
  unplaced: 'In keiner Kategorie',
}
