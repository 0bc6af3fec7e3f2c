/** Under which addresses others in the network can open this server; it tells only pages on its own machine. */
import * as v from 'valibot'
import { sendFor } from './request.ts'

const addressesSchema = v.object({ addresses: v.array(v.string()) })

/** Origins, the likeliest first; none when the server does not say. */
export async function networkAddresses(): Promise<string[]> {
  const answer = await sendFor(addressesSchema, '/api/addresses')
  return answer.is === 'ok' ? answer.value.addresses.filter((one) => URL.canParse(one)) : []
}
