/** The sentences of the server's refusals. The server sends them in English; each device says its own. */
import type { Refusal } from '@plenary/shared/refusal'
import { REFUSALS } from '@plenary/shared/refusal'
import { translated } from './catalogue.ts'

export const refusals = translated<Record<Refusal, string>>('refusals', { ...REFUSALS })
