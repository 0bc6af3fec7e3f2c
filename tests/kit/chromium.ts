/** Real Chromium for tests: an installed Chrome where there is one, else the one that npm brought. */
import { existsSync } from 'node:fs'
import chromiumPackage from '@sparticuz/chromium'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

const INSTALLED = [
  process.env['CHROMIUM_PATH'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/google-chrome',
]

/** Arguments of the packaged build that a desktop must not have, or that playwright gives itself. */
const UNWANTED = /^--(single-process|no-zygote|headless)/

export async function launchChromium(): Promise<Browser> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path))
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  if (installed !== undefined)
    return chromium.launch({ executablePath: installed, args: ['--no-sandbox', ...quiet] })
  return chromium.launch({
    executablePath: await chromiumPackage.executablePath(),
    args: [...chromiumPackage.args.filter((arg) => !UNWANTED.test(arg)), ...quiet],
  })
}
