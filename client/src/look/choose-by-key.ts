import type { KeyboardEvent } from 'react'

/** In a row of numbers the key of one chooses it; arrows go on from there by single steps. */
export function chooseByKey(event: KeyboardEvent, values: readonly number[]): void {
  if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
  const radios = event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="radio"]')
  const radio = radios[values.indexOf(Number(event.key))]
  radio?.focus()
  radio?.click()
}
