/** Id of the field for a card, to which an empty section leads. */
export const COMPOSER = 'composer'
