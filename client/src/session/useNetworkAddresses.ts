import { useEffect, useState } from 'react'
import { networkAddresses } from './addresses.ts'

/** The addresses of this server in the network, once it has said them; null before, and where nobody wants them. */
export function useNetworkAddresses(wanted: boolean): readonly string[] | null {
  const [found, setFound] = useState<readonly string[] | null>(null)
  useEffect(() => {
    if (!wanted) return
    let current = true
    void networkAddresses().then((addresses) => {
      if (current) setFound(addresses)
    })
    return () => {
      current = false
    }
  }, [wanted])
  return found
}
