import type { Format } from '@plenary/shared/format'
import { useState } from 'react'
import { LanguageSwitch } from '../look/LanguageSwitch.tsx'
import { entrance } from '../words/entrance.ts'
import { Brand } from './Brand.tsx'
import { Formats } from './Formats.tsx'
import { JoinByCode } from './JoinByCode.tsx'
import { MakeSession } from './MakeSession.tsx'
import { Recent } from './Recent.tsx'
import { useFormats } from './useFormats.ts'
import styles from './Entrance.module.css'

const words = entrance.home

/** The front page: join, start, go on. */
export default function Home() {
  const [formats, again] = useFormats()
  const [format, setFormat] = useState<Format | null>(null)
  return (
    <div className={styles.home}>
      <header className={styles.bar}>
        <Brand />
        <div className={styles.wide}>
          <LanguageSwitch />
        </div>
      </header>
      <main className={styles.front}>
        <div className={styles.top}>
          <h1 className={`voice ${styles.title}`}>{words.title}</h1>
          <JoinByCode />
        </div>
        <Formats formats={formats} onAgain={again} onChoose={setFormat} />
        <Recent formats={formats.is === 'here' ? formats.formats : []} />
        <p className={styles.hint}>{words.footer}</p>
        <div className={styles.narrow}>
          <LanguageSwitch />
        </div>
      </main>
      {format !== null && <MakeSession format={format} onClose={() => setFormat(null)} />}
    </div>
  )
}
