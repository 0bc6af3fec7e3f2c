/** T13, T78-T80, T86 in a browser: people's words as page, links that lead nowhere, and what stays on a device. */
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../kit/until.ts'
import { visit } from '../kit/visitor.ts'
import { sees } from './actors.ts'
import type { House, Led } from './led.ts'
import { house, led } from './led.ts'

const TITLE = '<img src=x onerror=window.hurt=1>'
const NASTY = [
  '<img src=x onerror="window.hurt=1">',
  '<svg onload="window.hurt=1"><script>window.hurt=1</script></svg>',
  '</script><script>window.hurt=1</script>',
  '{{constructor.constructor("window.hurt=1")()}}',
]
const LINKS = [
  'javascript:window.hurt=1',
  'JaVaScRiPt://example.org/%0awindow.hurt=1',
  'data:text/html,<script>window.hurt=1</script>',
  'vbscript:x',
]

let home: House
let session: Led
beforeAll(async () => {
  home = await house()
  session = await led(home, 'two-pluses', ['<b>Eve</b>'], TITLE)
  await session.enter('list')
  const [eve] = session.plain
  for (const text of [...NASTY, ...LINKS, 'See https://example.org/a.'])
    expect(await eve?.ask({ type: 'card.add', text, to: 'topics' })).toMatchObject({ ok: true })
})
afterAll(async () => {
  await session?.leave()
  await home?.leave()
})

it('[T79] words of people are text on every screen, and the page runs under Trusted Types without a complaint', async () => {
  const { f, a, b, made } = session
  for (const who of [f, a, b]) {
    for (const text of [...NASTY, '<b>Eve</b>']) await sees(who, text)
    // The policy is in force: nothing makes a script or markup out of text.
    const refused = await who.page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>'
        return false
      } catch (error) {
        return error instanceof TypeError
      }
    })
    expect(refused).toBe(true)
  }
  await a.page.goto(`${home.server.url}/s/${made.sessionId}/report`)
  for (const text of NASTY) await sees(a, text)
  for (const { page, complaints } of [f, a, b]) {
    expect(await page.evaluate(() => 'hurt' in window)).toBe(false)
    expect(await page.locator('img[src="x"], svg[onload]').count()).toBe(0)
    // What the test itself tried is what the console tells of.
    expect(complaints.filter((one) => !one.includes('TrustedHTML'))).toEqual([])
  }
  await a.page.goBack()
})

it('[T80] only addresses of the web are links, and they tell nobody where they were pressed', async () => {
  const { a } = session
  await sees(a, LINKS[0] ?? '')
  const links = await a.page.locator('a[href]').evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute('href') ?? '',
      rel: link.getAttribute('rel') ?? '',
      target: link.getAttribute('target'),
    })),
  )
  expect(links.filter(({ href }) => /^(?:javascript|data|vbscript)/i.test(href))).toEqual([])
  const [out, ...more] = links.filter(({ href }) => href.startsWith('https://example.org'))
  expect(more).toEqual([])
  expect(out).toMatchObject({ href: 'https://example.org/a', target: '_blank' })
  for (const word of ['noopener', 'noreferrer']) expect(out?.rel.split(' ')).toContain(word)
})

it('[T13] a link of the chair leaves the address as soon as it has let somebody in, also where one leads already', async () => {
  const { f, made } = session
  expect(new URL(f.page.url()).hash).toBe('')
  const { hash } = new URL(made.hostUrl)
  await f.page.goto('about:blank')
  await f.page.goto(`${home.server.url}/s/${made.sessionId}${hash}`)
  await sees(f, 'Bring everyone here')
  await until('the secret has left the address', () => new URL(f.page.url()).hash === '')
})

it('[T86] a foreign page cannot put the session in a frame', async () => {
  const { browser, server } = home
  const foreign = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end(`<iframe src="${server.url}/"></iframe>`)
  })
  await new Promise<void>((listening) => foreign.listen(0, '127.0.0.1', listening))
  const address = foreign.address()
  const port = typeof address === 'object' ? address?.port : 0
  const eve = await visit(browser, 'Eve', 'desk')
  await eve.page.goto(`http://localhost:${port}/`)
  await until('refused', () => eve.complaints.some((one) => one.includes('frame-ancestors')))
  const inside = eve.page.frames().find((frame) => frame !== eve.page.mainFrame())
  expect(await inside?.locator('#root').count()).toBe(0)
  await eve.leave()
  foreign.close()
})
