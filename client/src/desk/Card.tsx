/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex -- a card is carried and edited by key, and holds its own buttons */
import type { KeyboardEvent } from 'react'
import { Suspense, memo, useRef, useState, useSyncExternalStore } from 'react'
import { Hand } from 'lucide-react'
import { isToTalkAbout } from '@plenary/shared/entry'
import { CardMarks } from '../look/CardMarks.tsx'
import { CardText } from '../look/CardText.tsx'
import { paperColour } from '../look/paper.ts'
import { Words } from '../look/Words.tsx'
import { someoneOf } from '../look/room.ts'
import { shorten } from '../look/shorten.ts'
import { useClient, useEntry } from '../sync/hooks.ts'
import { common } from '../words/common.ts'
import { desk } from '../words/desk.ts'
import { groups } from '../words/groups.ts'
import { phoneList } from '../words/phone-list.ts'
import { states } from '../words/states.ts'
import { CardMenu } from './card-parts.ts'
import { useCarried, useCarrying } from './carry.ts'
import { useCardRights } from './rights.ts'
import { toggle, useSelected } from './selection.ts'
import { focusTowards } from './towards.ts'
import styles from './Card.module.css'

const words = desk.board

export interface CardProps {
  id: string
  section: string
  /** Place of its lane, from 0; below 0 it is in none. */
  lane: number
  /** Name of where it stands, for its label. */
  place: string
}

/** A card on the board: carried, moved by menu or key, edited in place. */
export const Card = memo(function Card({ id, section, lane, place }: CardProps) {
  const client = useClient()
  const entry = useEntry(id)
  const holder = useHolderName(id)
  const author = useAuthorName(entry?.by)
  const carried = useCarried(id)
  const carrying = useCarrying()
  const rights = useCardRights(entry)
  const selected = useSelected(id)
  const { isAside, isShown, waits } = useStanding(id)
  const [is, setIs] = useState<'read' | 'menu' | 'groups' | 'edit'>('read')
  const element = useRef<HTMLDivElement>(null)
  if (entry === null || entry.removed) return null
  const talks = isToTalkAbout(entry)
  // Words that nobody sees are not edited here; their author has them in a place of their own.
  const mayEdit = rights.edit && !isAside
  const any = rights.move || rights.edit || rights.remove || rights.addAction
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return
    const lifts = event.key.toLowerCase() === 'm'
    if (event.key === 'Enter' && mayEdit && carried === null) setIs('edit')
    else if (lifts && rights.move && carrying !== null) carrying.pickUp(id)
    else if (event.key === ' ' && any) toggle(id)
    else if (event.key.toLowerCase() === 'g' && rights.move && !isAside) setIs('groups')
    else if (event.key === 'Delete' && rights.remove) client.remove(id)
    else if (carried !== null || !focusTowards(event)) return
    event.preventDefault()
  }
  const state =
    carried === 'pointer'
      ? styles.ghost
      : carried === 'keys'
        ? styles.byKeys
        : holder !== null
          ? styles.held
          : ''
  return (
    <>
      <div
        ref={element}
        data-card={id}
        role="group"
        tabIndex={0}
        aria-roledescription={words.card}
        aria-label={words.cardLabel(
          isAside ? groups.isAside : entry.text,
          [place, talks ? states.talk : '', selected ? words.chosen : '']
            .filter(Boolean)
            .join(', '),
        )}
        aria-describedby={rights.move ? carrying?.help : undefined}
        className={`${styles.card} ${state} ${rights.move ? styles.movable : ''} ${is === 'edit' ? styles.writing : ''} ${isAside ? styles.faceDown : ''} ${isShown ? styles.shown : ''} ${selected ? styles.chosen : ''}`}
        style={{ backgroundColor: paperColour(lane) }}
        onKeyDown={onKeyDown}
        onContextMenu={(event) => {
          if (!any || is === 'edit') return
          event.preventDefault()
          setIs('menu')
        }}
        onDoubleClick={() => {
          if (mayEdit) setIs('edit')
        }}
      >
        {is === 'edit' ? (
          <CardText
            id={id}
            label={phoneList.text}
            onDone={() => {
              setIs('read')
              element.current?.focus()
            }}
          />
        ) : (
          <Words className={styles.words} text={isAside ? groups.isAside : entry.text} />
        )}
        {author !== null && <p className={styles.by}>{author}</p>}
        {holder !== null && (
          <p className={styles.holder}>
            <Hand size={13} strokeWidth={2} aria-hidden="true" />
            {words.inHand(holder)}
          </p>
        )}
        <CardMarks waits={waits} talk={talks} />
        {any && is !== 'edit' && carried === null && (
          <button
            type="button"
            className={styles.more}
            aria-label={words.more(shorten(entry.text))}
            aria-haspopup="dialog"
            onClick={() => setIs('menu')}
          />
        )}
        {carried === 'pointer' && <p className={styles.ghostWords}>{words.ghost}</p>}
      </div>
      {(is === 'menu' || is === 'groups') && (
        <Suspense>
          <CardMenu
            entry={entry}
            section={section}
            rights={isAside ? { ...rights, edit: false, addAction: false } : rights}
            anchor={element}
            groups={is === 'groups'}
            onEdit={() => setIs('edit')}
            onClose={() => setIs((now) => (now === 'edit' ? now : 'read'))}
          />
        </Suspense>
      )}
    </>
  )
})

interface Standing {
  /** Its words are set aside. */
  isAside: boolean
  /** It is the one that is read out. */
  isShown: boolean
  /** A change of it is not sent yet. */
  waits: boolean
}

function useStanding(card: string): Standing {
  const client = useClient()
  const code = useSyncExternalStore(client.subscribe, () => {
    const facts = client.view()?.facts
    if (facts === undefined) return ''
    const is = Object.hasOwn(facts.aside, card) ? 'aside' : facts.show === card ? 'shown' : ''
    return client.waits(card) ? `${is} waits` : is
  })
  const has = (what: string) => code.includes(what)
  return { isAside: has('aside'), isShown: has('shown'), waits: has('waits') }
}

/** Name of who else holds the card, or null. */
function useHolderName(card: string): string | null {
  const client = useClient()
  return useSyncExternalStore(client.subscribe, () => {
    const view = client.view()
    const holder = view?.holders.get(card)
    if (view === null || view === undefined || holder === undefined) return null
    return someoneOf(view, holder)?.name ?? common.someone
  })
}

/** Name of who wrote it, where cards carry names. */
function useAuthorName(by: string | undefined): string | null {
  const client = useClient()
  return useSyncExternalStore(client.subscribe, () => {
    const view = client.view()
    if (view === null || by === undefined || view.facts.anonymous) return null
    return someoneOf(view, by)?.name ?? null
  })
}
