/** Writing: the scene, private drafts, open lists, a device that is passed on. */
import { until } from '../../kit/until.ts'
import { LEADS, TAKES_PART } from '../casts.ts'
import { pressFirst } from '../deeds.ts'
import type { Screen } from '../screen.ts'
import { DESKS, PHONES } from '../screen.ts'

export const writing: readonly Screen[] = [
  {
    name: 'scene-leads',
    cast: 'scene',
    who: LEADS,
    stands: 'Our project has failed. What happened?',
    parts: ['desk/Brief', 'phone/Brief'],
  },
  {
    name: 'write-leads',
    cast: 'write',
    who: LEADS,
    stands: 'Our project has failed. What happened?',
    parts: ['desk/Write', 'look/BlameHint', 'phone/DraftList', 'phone/Write'],
  },
  {
    name: 'write',
    cast: 'write',
    who: TAKES_PART,
    stands: 'Our project has failed. What happened?',
    parts: ['desk/Write', 'phone/Write'],
  },
  {
    name: 'write-draft',
    cast: 'write',
    who: 'Ash',
    widths: PHONES,
    stands: 'Our project has failed. What happened?',
    parts: ['phone/DraftText', 'phone/DraftSheet'],
    async then(page) {
      await page
        .getByRole('button', { name: /^More for/ })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'write-paste',
    cast: 'write',
    who: 'Cai',
    stands: 'Our project has failed. What happened?',
    parts: ['look/ManyLines'],
    async then(page) {
      const box = page.getByRole('textbox', { name: /Write a card/ }).first()
      await box.focus()
      await page.evaluate(() => {
        const clipboardData = new DataTransfer()
        clipboardData.setData(
          'text/plain',
          'The vendor goes away\nNobody owns it\nThe data is late',
        )
        const pasted = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        })
        document.activeElement?.dispatchEvent(pasted)
      })
      await page.getByRole('button', { name: /Add 3 cards/ }).waitFor()
    },
  },
  {
    name: 'write-solo',
    cast: 'alone',
    who: LEADS,
    stands: 'Nobody else is here.',
    parts: [],
  },
  {
    name: 'covered',
    cast: 'write',
    who: 'Kav',
    passes: 'Naz',
    stands: /Hidden/,
    parts: ['session/SharedDevice'],
  },
  {
    name: 'passed',
    cast: 'write',
    who: 'Kav',
    passes: 'Naz',
    stands: /Hidden/,
    parts: ['seat/PassStrip'],
    async then(page) {
      await pressFirst(page, /Kav/)
      await page.getByText('Our project has failed. What happened?').first().waitFor()
    },
  },
  {
    name: 'gathered',
    cast: 'gather',
    who: 'Jay',
    stands: 'Our project has failed. What happened?',
    parts: [],
    async then(page, here) {
      // Whoever writes comes along when the field is left, so this stands for as long as the picture takes.
      await page
        .getByRole('textbox', { name: /Write a card/ })
        .first()
        .focus()
      await here.leads({ type: 'gather' })
      await page.getByRole('button', { name: 'Stay here' }).waitFor()
    },
  },
  {
    name: 'topics',
    cast: 'list',
    who: 'Cai',
    stands: 'What should we talk about?',
    parts: ['desk/Cursors', 'phone/OpenCards'],
  },
  {
    name: 'long-card',
    cast: 'long',
    who: TAKES_PART,
    stands: 'Show all',
    parts: [],
  },
  {
    name: 'empty',
    cast: 'bare',
    who: 'Cai',
    stands: 'No cards yet.',
    parts: ['look/Empty'],
  },
  {
    name: 'empty-paste',
    cast: 'bare',
    who: 'Cai',
    stands: 'No cards yet.',
    parts: ['look/Empty'],
    async then(page) {
      await pressFirst(page, /^Paste a list$/)
      await page.getByLabel('Your list').fill('- Deploys\n- On-call\n- Reviews')
      await page.getByRole('button', { name: 'Add 3 cards' }).waitFor()
    },
  },
  {
    name: 'paste-on-board',
    cast: 'bare',
    who: 'Cai',
    widths: DESKS,
    stands: 'No cards yet.',
    parts: ['desk/CardHands'],
    opens: 'Deploys',
    async then(page) {
      await page.locator('main h1').focus()
      const preview = page.getByRole('button', { name: 'Add 2 cards' })
      // The part that hears it is fetched behind the first screen.
      await until('the preview', async () => {
        await page.evaluate(() => {
          const clipboardData = new DataTransfer()
          clipboardData.setData('text/plain', '- Deploys\n- Reviews')
          const paste = { clipboardData, bubbles: true, cancelable: true }
          document.body.dispatchEvent(new ClipboardEvent('paste', paste))
        })
        return preview.isVisible()
      })
    },
  },
]
