/** The built client: its page under every address that is nothing else, and the files the page is made of. */
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { Env } from './http-env.ts'
import { problem } from './problem.ts'

export function pageFiles(app: Hono<Env>, clientDir: string): void {
  // Names of assets carry a hash of their content; the page itself is asked for again each time.
  app.use(
    '/assets/*',
    serveStatic({
      root: clientDir,
      precompressed: true,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.all('/assets/*', (c) => problem(c, 'not-found'))
  app.use('*', serveStatic({ root: clientDir, precompressed: true }))
  app.get('*', async (c, next) => {
    const page = serveStatic<Env>({ root: clientDir, path: 'index.html', precompressed: true })
    return (await page(c, next)) ?? problem(c, 'not-found')
  })
}
