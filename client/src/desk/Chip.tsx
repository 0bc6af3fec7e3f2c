import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface ChipProps {
  icon: LucideIcon
  tone?: 'accent' | 'plain' | 'warn'
  children: ReactNode
}

/** A state in an icon and words. */
export function Chip({ icon: Icon, tone = 'plain', children }: ChipProps) {
  return (
    <span className={`chip ${tone === 'plain' ? '' : `chip-${tone}`}`}>
      <Icon size={15} strokeWidth={2} aria-hidden="true" />
      {children}
    </span>
  )
}
