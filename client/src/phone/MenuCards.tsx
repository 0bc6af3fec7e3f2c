import { Button } from '../look/Button.tsx'
import { readable } from '../look/show.ts'
import { useToTalkAbout } from '../look/talk.ts'
import { useClient, useView } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import { states } from '../words/states.ts'
import { AsideList } from './AsideList.tsx'
import { CardsEach } from './CardsEach.tsx'
import { MenuPart } from './MenuPart.tsx'
import { TalkList } from '../discuss/TalkList.tsx'
import list from '../look/List.module.css'

/** For whoever leads: reading out one card at a time, and the cards that are set aside. */
export function MenuCards({ onDone }: { onDone: () => void }) {
  const client = useClient()
  const { facts, phase } = useView()
  const alone = facts.solo === true
  const [first = null] = phase?.activity === 'sort' && !alone ? readable(client, phase.section) : []
  const asides = Object.keys(facts.aside).length
  return (
    <>
      {!alone && phase?.opens.includes('drafts') === true && (
        <MenuPart>
          <CardsEach />
        </MenuPart>
      )}
      {first !== null && facts.show === null && (
        <MenuPart title={words.showTitle}>
          <p className={list.quiet}>{words.showHint}</p>
          <Button
            large
            onClick={() => {
              void client.ask({ type: 'card.show', card: first })
              onDone()
            }}
          >
            {words.showStart}
          </Button>
        </MenuPart>
      )}
      {phase?.activity === 'sort' && <MenuTalk section={phase.section} onDone={onDone} />}
      {asides > 0 && (
        <MenuPart title={words.asideTitle}>
          <AsideList />
        </MenuPart>
      )}
    </>
  )
}

function MenuTalk({ section, onDone }: { section: string; onDone: () => void }) {
  const cards = useToTalkAbout(section)
  if (cards.length === 0) return null
  return (
    <MenuPart title={states.talkCount(cards.length)}>
      <TalkList section={section} onShow={onDone} />
    </MenuPart>
  )
}
