/**
 * Draws an icon of Lucide. The build puts this in the place of the library's own function (`vite.config.ts`), which
 * brings a kilobyte of conveniences that nothing here uses to the first screen of every phone.
 */
import { createElement } from 'react'
import type { ReactElement, SVGProps } from 'react'

interface IconData {
  /** Elements of a picture of 24 by 24, each with its React key. */
  node: [tag: string, attributes: Record<string, string>][]
}

/** `size` in CSS px, `strokeWidth` in units of the picture. */
type IconProps = SVGProps<SVGSVGElement> & { size?: number }

export default function createLucideIcon({ node }: IconData) {
  return ({ size = 24, strokeWidth = 2, ...more }: IconProps): ReactElement =>
    createElement(
      'svg',
      {
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        'aria-hidden': true,
        ...more,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    )
}
