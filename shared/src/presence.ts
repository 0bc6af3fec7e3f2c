/** Presence: who is connected and who holds which card. Own binary frames, identity given by the server. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { MESSAGE } from './frame.ts'

/** Largest presence body of a client. Bytes. */
const PRESENCE_MAX = 64
/** A card in someone's hand is theirs; without movement it falls after this long. Milliseconds. */
export const HOLD_FOR = 10_000
/** A card that was dealt to a phone is held this long. Milliseconds. */
export const DEAL_FOR = 20_000

/** What a client says of itself. */
export type Said = { is: 'hold'; card: string; dealt: boolean } | { is: 'release' }

/** What everybody hears, by the number of a connection. */
export type Heard =
  | { is: 'here'; number: number; person: string }
  | { is: 'gone'; number: number }
  | { is: 'holds'; number: number; card: string }
  | { is: 'released'; number: number }

const OP = { release: 0, hold: 1, deal: 2, here: 4, gone: 5 } as const

export function writeSaid(said: Said): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.presence)
  if (said.is === 'hold') {
    encoding.writeVarUint(encoder, said.dealt ? OP.deal : OP.hold)
    encoding.writeVarString(encoder, said.card)
  } else encoding.writeVarUint(encoder, OP.release)
  return encoding.toUint8Array(encoder)
}

/** The body after the type; null when it is none. */
export function readSaid(body: Uint8Array): Said | null {
  if (body.byteLength > PRESENCE_MAX) return null
  try {
    const decoder = decoding.createDecoder(body)
    switch (decoding.readVarUint(decoder)) {
      case OP.release:
        return { is: 'release' }
      case OP.hold:
        return { is: 'hold', card: decoding.readVarString(decoder), dealt: false }
      case OP.deal:
        return { is: 'hold', card: decoding.readVarString(decoder), dealt: true }
      default:
        return null
    }
  } catch {
    return null
  }
}

/** One frame for everything that happened in a tick. */
export function writeHeard(heard: readonly Heard[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.presence)
  encoding.writeVarUint(encoder, heard.length)
  for (const one of heard) {
    encoding.writeVarUint(encoder, one.number)
    switch (one.is) {
      case 'here':
        encoding.writeVarUint(encoder, OP.here)
        encoding.writeVarString(encoder, one.person)
        break
      case 'gone':
        encoding.writeVarUint(encoder, OP.gone)
        break
      case 'holds':
        encoding.writeVarUint(encoder, OP.hold)
        encoding.writeVarString(encoder, one.card)
        break
      case 'released':
        encoding.writeVarUint(encoder, OP.release)
    }
  }
  return encoding.toUint8Array(encoder)
}

/** Reads on from a decoder that stands after the type. */
export function readHeard(decoder: decoding.Decoder): Heard[] {
  const heard: Heard[] = []
  const count = decoding.readVarUint(decoder)
  for (let index = 0; index < count; index++) {
    const number = decoding.readVarUint(decoder)
    switch (decoding.readVarUint(decoder)) {
      case OP.here:
        heard.push({ is: 'here', number, person: decoding.readVarString(decoder) })
        break
      case OP.gone:
        heard.push({ is: 'gone', number })
        break
      case OP.hold:
        heard.push({ is: 'holds', number, card: decoding.readVarString(decoder) })
        break
      case OP.release:
        heard.push({ is: 'released', number })
        break
      default:
        return heard
    }
  }
  return heard
}
