import { Button } from '../look/Button.tsx'
import { useToTalkAbout } from '../look/talk.ts'
import { useClient, useEntry } from '../sync/hooks.ts'
import { groups } from '../words/groups.ts'
import { states as words } from '../words/states.ts'
import { Note } from '../look/Note.tsx'
import list from '../look/List.module.css'

/** For whoever leads: the cards that are to be talked about, each to be read out to everybody. */
export function TalkList({ section, onShow }: { section: string; onShow: () => void }) {
  const cards = useToTalkAbout(section)
  return (
    <ul className={list.list}>
      {cards.map((card) => (
        <li key={card} className={list.stack}>
          <TalkCard id={card} onShow={onShow} />
        </li>
      ))}
    </ul>
  )
}

function TalkCard({ id, onShow }: { id: string; onShow: () => void }) {
  const client = useClient()
  const entry = useEntry(id)
  const lane = useEntry(entry?.parent ?? '')
  if (entry === null) return null
  return (
    <>
      <Note meta={lane?.text ?? words.talkNowhere}>{entry.text}</Note>
      <div className={list.pair}>
        <Button
          onClick={() => {
            void client.ask({ type: 'card.show', card: id })
            onShow()
          }}
        >
          {groups.show}
        </Button>
        <Button kind="quiet" onClick={() => client.setField(id, 'talk', '')}>
          {words.talkEnd}
        </Button>
      </div>
    </>
  )
}
