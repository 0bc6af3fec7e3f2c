import type { Format } from '@plenary/shared/format'
import { useState } from 'react'
import { LanguageSwitch } from '../look/LanguageSwitch.tsx'
import { entrance } from '../words/entrance.ts'
import { Brand } from './Brand.tsx'
import { Formats } from './Formats.tsx'
import { JoinByCode } from './JoinByCode.tsx'
import { MakeSession } from './MakeSession.tsx'
import { Recent } from './Recent.tsx'
import styles from './Entrance.module.css'

const words = entrance.home

/** The front page: join, start, go on. */
export default function Home() {
  const [format, setFormat] = useState<Format | null>(null)
  return (
    <div className={styles.page}>
      <header>
        <Brand />
      </header>
      <main className={styles.page} style={{ padding: 0, minHeight: 0, width: '100%' }}>
        <div className={styles.top}>
          <h1 className={`voice ${styles.title}`}>{words.title}</h1>
          <JoinByCode />
        </div>
        <Formats onChoose={setFormat} />
        <Recent />
        <p className={styles.hint}>{words.footer}</p>
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
      {format !== null && <MakeSession format={format} onClose={() => setFormat(null)} />}
    </div>
  )
}
