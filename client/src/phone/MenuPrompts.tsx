import type { Phase } from '@plenary/shared/format'
import { Button } from '../look/Button.tsx'
import { useClient, useView } from '../sync/hooks.ts'
import { phoneMenu } from '../words/phone-menu.ts'
import { MenuPart } from './MenuPart.tsx'
import styles from './Menu.module.css'

/** Words to read aloud; showing one puts it on every screen. */
export function MenuPrompts({ phase }: { phase: Phase }) {
  const client = useClient()
  const shown = useView().facts.prompt
  return (
    <MenuPart title={phoneMenu.readAloud}>
      {phase.prompts.map((prompt, index) => (
        <div key={prompt} className={styles.row}>
          <p className={`voice ${styles.prompt}`}>{prompt}</p>
          <Button
            aria-pressed={shown === index}
            onClick={() =>
              void client.ask(
                shown === index ? { type: 'prompt.hide' } : { type: 'prompt.show', prompt: index },
              )
            }
          >
            {shown === index ? phoneMenu.hide : phoneMenu.show}
          </Button>
        </div>
      ))}
    </MenuPart>
  )
}
