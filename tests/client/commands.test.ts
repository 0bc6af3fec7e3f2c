/** Requests of one page, over a wire that is a list, while the part that checks them is still on its way. */
import * as decoding from 'lib0/decoding'
import { createCommands } from '@plenary/client/sync/commands'
import { commandSchema } from '@plenary/shared/command'
import type { Command } from '@plenary/shared/command'
import { expect, it } from 'vitest'

type Schema = typeof commandSchema

/** A page whose part is fetched by hand: every fetch waits until it is told what comes of it. */
function opened() {
  const fetches: { comes: (schema: Schema) => void; fails: () => void }[] = []
  const sent: string[] = []
  const commands = createCommands({
    send(frame) {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      sent.push(decoding.readVarString(decoder))
      return true
    },
    view: () => null,
    changed: () => undefined,
    refused: () => undefined,
    load: () =>
      new Promise((comes, fails) => {
        fetches.push({ comes, fails: () => fails(new Error('no network')) })
      }),
  })
  return {
    commands,
    fetches,
    ask: (command: Command) => void commands.ask(command),
    types: () => sent.map((text) => /"type":"([^"]+)"/.exec(text)?.[1]),
    ids: () => new Set(sent.map((text) => /"id":"([^"]+)"/.exec(text)?.[1])),
  }
}

const dot = { round: 'r'.repeat(22), target: 't'.repeat(22) }
const ADD: Command = { type: 'dot.add', ...dot }
const TAKE: Command = { type: 'dot.take', ...dot }
const settled = () => new Promise((go) => setTimeout(go, 0))

it('[C77] what is asked before the part is here goes out in its order, in whatever order fetches end', async () => {
  const { ask, fetches, types, ids } = opened()
  ask(ADD)
  ask(TAKE)
  ask({ type: 'hand.raise' })
  expect(types()).toEqual([])
  for (const { comes } of fetches.toReversed()) {
    comes(commandSchema)
    await settled()
  }
  expect(types()).toEqual(['dot.add', 'dot.take', 'hand.raise'])
  ask(ADD)
  expect(types()).toEqual(['dot.add', 'dot.take', 'hand.raise', 'dot.add'])
  expect(ids().size).toBe(4)
})

it('[C77] a new connection meanwhile changes nothing of it', async () => {
  const { ask, commands, fetches, types, ids } = opened()
  ask(ADD)
  ask(TAKE)
  commands.resend()
  for (const { comes } of fetches.toReversed()) {
    comes(commandSchema)
    await settled()
  }
  expect(types()).toEqual(['dot.add', 'dot.take'])
  expect(ids().size).toBe(2)
})

it('[C77] where the part never comes all of it goes to the server unchecked, in its order', async () => {
  const { ask, fetches, types } = opened()
  ask(ADD)
  ask(TAKE)
  for (const { fails } of fetches.toReversed()) {
    fails()
    await settled()
  }
  expect(types()).toEqual(['dot.add', 'dot.take'])
})

it('[C77] after a part that failed to come, what is asked just before a new connection goes after what is older', async () => {
  const { ask, commands, fetches, types } = opened()
  ask(ADD)
  fetches[0]?.fails()
  await settled()
  expect(types()).toEqual(['dot.add'])
  ask(TAKE)
  commands.resend()
  for (const { comes } of fetches) {
    comes(commandSchema)
    await settled()
  }
  expect(types()).toEqual(['dot.add', 'dot.add', 'dot.take'])
})
