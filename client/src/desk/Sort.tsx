import { Board } from './Board.tsx'

/** Cards in the open: added, moved, named. */
export default function Sort({ section }: { section: string }) {
  return <Board section={section} />
}
