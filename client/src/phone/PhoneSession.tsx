import type { CSSProperties } from 'react'
import { useEffect, useRef, useState } from 'react'
import { LinkBanner } from '../look/LinkBanner.tsx'
import { Toast } from '../look/Toast.tsx'
import { useView } from '../sync/hooks.ts'
import { Activity } from './Activity.tsx'
import { ChairBar } from './ChairBar.tsx'
import { Menu } from './Menu.tsx'
import { TopBar } from './TopBar.tsx'
import { useVisibleHeight } from './keyboard.ts'
import styles from './PhoneSession.module.css'

/** A session on a phone: the current activity fills the screen. */
export default function PhoneSession() {
  const view = useView()
  const height = useVisibleHeight()
  const [menu, setMenu] = useState(false)
  const leads = view.you.role === 'facilitator'
  const app = useRef<HTMLDivElement>(null)
  const phase = view.phase?.id
  const before = useRef(phase)
  useEffect(() => {
    if (before.current === phase) return
    before.current = phase
    // The control that had the focus went with its phase; a person who is typing keeps it.
    if (document.activeElement === null || document.activeElement === document.body)
      app.current?.querySelector<HTMLElement>('main h1')?.focus()
  }, [phase])
  const style: CSSProperties & { '--app-height'?: string } =
    height === undefined ? {} : { '--app-height': height }
  return (
    <div ref={app} className={`${styles.app} ${leads ? styles.led : ''}`} style={style}>
      <TopBar onMenu={() => setMenu(true)} />
      <LinkBanner />
      <Activity />
      {leads && <ChairBar onMenu={() => setMenu(true)} />}
      <Toast />
      {menu && <Menu onClose={() => setMenu(false)} />}
    </div>
  )
}
