import styles from './Entrance.module.css'

interface TitleAndNameProps {
  title: string
  name: string
  onTitle: (title: string) => void
  onName: (name: string) => void
  labels: { title: string; name: string }
  hints?: { title: string; name: string }
}

/** What every new session is asked for: its title, and the name of whoever leads it. */
export function TitleAndName({ title, name, onTitle, onName, labels, hints }: TitleAndNameProps) {
  return (
    <>
      <label className={styles.labelled}>
        <span className="label">{labels.title}</span>
        <input
          className="field"
          dir="auto"
          value={title}
          maxLength={80}
          placeholder={hints?.title}
          onChange={(event) => onTitle(event.target.value)}
        />
      </label>
      <label className={styles.labelled}>
        <span className="label">{labels.name}</span>
        <input
          className="field"
          autoComplete="name"
          dir="auto"
          value={name}
          maxLength={80}
          onChange={(event) => onName(event.target.value)}
        />
        {hints !== undefined && <span className={styles.hint}>{hints.name}</span>}
      </label>
    </>
  )
}
