import { encode } from 'uqr'
import styles from './QrCode.module.css'

/** A link as a QR code on its white plate; decoration beside the code in figures. */
export function QrCode({ text, size }: { text: string; size: number }) {
  const { data, size: modules } = encode(text, { border: 0 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <div className={styles.plate}>
      <svg width={size} height={size} viewBox={`0 0 ${modules} ${modules}`} aria-hidden="true">
        <path d={path} shapeRendering="crispEdges" />
      </svg>
    </div>
  )
}
