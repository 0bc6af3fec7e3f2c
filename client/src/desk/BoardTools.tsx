import { Hand, MousePointer2, Redo2, StickyNote, Undo2 } from 'lucide-react'
import { useStore } from 'zustand'
import { useUndo } from '../look/undo-last.ts'
import { useKey } from '../look/useKey.ts'
import { tool } from '../surface/hand-tool.ts'
import type { Tool } from '../surface/hand-tool.ts'
import surface from '../surface/Surface.module.css'
import { useRefusal } from '../sync/hooks.ts'
import { surface as words } from '../words/surface.ts'

const pick = (is: Tool) => tool.setState({ is })

/** What the pointer does, and what is added. */
export function BoardTools() {
  const { canUndo, canRedo, undo, redo } = useUndo()
  const is = useStore(tool, (state) => state.is)
  const mayAdd = useRefusal('add card') === null
  const mayCapture = useRefusal('capture') === null
  useKey('v', () => pick('select'))
  useKey('h', () => pick('hand'))
  return (
    <div className={`${surface.panel} ${surface.tools}`} role="toolbar" aria-label={words.tools}>
      <button
        type="button"
        className={surface.tool}
        aria-pressed={is === 'select'}
        aria-label={words.select}
        title={`${words.select} (V)`}
        onClick={() => pick('select')}
      >
        <MousePointer2 size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={surface.tool}
        aria-pressed={is === 'hand'}
        aria-label={words.hand}
        title={`${words.hand} (H)`}
        onClick={() => pick('hand')}
      >
        <Hand size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {(mayAdd || mayCapture) && (
        <button
          type="button"
          className={surface.tool}
          aria-label={words.add}
          title={`${words.add} (N)`}
          onClick={() => document.querySelector<HTMLElement>('main textarea')?.focus()}
        >
          <StickyNote size={18} strokeWidth={1.75} aria-hidden="true" />
        </button>
      )}
      <span className={surface.rule} />
      <button
        type="button"
        className={surface.tool}
        aria-disabled={!canUndo}
        aria-label={words.undo}
        title={`${words.undo} (Ctrl+Z)`}
        onClick={undo}
      >
        <Undo2 size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={surface.tool}
        aria-disabled={!canRedo}
        aria-label={words.redo}
        title={`${words.redo} (Ctrl+Shift+Z)`}
        onClick={redo}
      >
        <Redo2 size={18} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  )
}
