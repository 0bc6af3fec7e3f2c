import { CARDS_EACH_MAX } from '@plenary/shared/draft'
import { useClient, useView } from '../sync/hooks.ts'
import { groups as words } from '../words/groups.ts'
import list from '../look/List.module.css'

/** For whoever leads: how many cards each person may write. */
export function CardsEach() {
  const client = useClient()
  const { facts } = useView()
  return (
    <label className={list.pair}>
      <span className={list.fill}>{words.cardsEach}</span>
      <select
        className="field"
        value={facts.cardsEach ?? ''}
        onChange={({ target: { value } }) =>
          void client.ask({ type: 'draft.limit', each: value === '' ? null : Number(value) })
        }
      >
        <option value="">{words.cardsNoLimit}</option>
        {Array.from({ length: CARDS_EACH_MAX }, (_, index) => (
          <option key={index} value={index + 1}>
            {index + 1}
          </option>
        ))}
      </select>
    </label>
  )
}
