import type { ComponentProps } from 'react'

export type ButtonKind = 'primary' | 'strong' | 'line' | 'soft' | 'quiet' | 'danger'

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind
  /** 52 px high, for the one thing to do on a screen. */
  large?: boolean
  /** Shows an icon alone; give it an `aria-label`. */
  icon?: boolean
  /** Keeps its label while the answer is on its way. */
  busy?: boolean
}

export function Button({
  kind = 'line',
  large = false,
  icon = false,
  busy = false,
  className = '',
  type = 'button',
  ...rest
}: ButtonProps) {
  const size = `${large ? ' button-large' : ''}${icon ? ' button-icon' : ''}`
  return (
    <button
      type={type}
      aria-busy={busy || undefined}
      className={`button button-${kind}${size} ${className}`}
      {...rest}
    />
  )
}
