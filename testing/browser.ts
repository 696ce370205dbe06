import assert from 'node:assert/strict'
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as launcher, type Page } from 'playwright-core'
import { buildPages } from '../apps/server/build-pages.ts'
import type { World } from '../apps/server/open-world.ts'
import { runServer } from '../apps/server/run-server.ts'
import { inTransaction } from '../kernel/db/database.ts'
import { createSignInLink } from '../kernel/identity/sessions.ts'
import { root } from './harness.ts'
import { watchRequests } from './settled.ts'
import { demoSnapshot, demoWorld, personOf } from './world.ts'

const FLAGS = [
  ...[
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
  ],
  ...['--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
  // Only maps are drawn by the software graphics card; pages drawn by it take three times the processor.
  ...['--disable-gpu-compositing', '--disable-gpu-rasterization'],
  ...['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
]
/** A page of the desk lives for seconds: compiling its scripts for speed costs more processor than the speed gives back. */
const SHORT_LIVED = ['--js-flags=--no-opt,--no-maglev']
const PICTURE_MS = 20_000
const artefacts = join(root, 'testing', 'artefacts')

type Entering = { phone?: boolean; english?: boolean; at?: string }

export type Stage = {
  world: World
  address: string
  /** A page of a browser session of its own, signed in as the demo person by a one-time link, on the address `at` or on none yet. */
  enter(login: string, options?: Entering): Promise<Page>
  /** Keeps a screenshot of the page as a build artefact. */
  picture(page: Page, name: string): Promise<void>
  end(): Promise<void>
}

/** What every stage needs is made once, before two of them want it at the same time. */
export async function prepareStage(): Promise<void> {
  await buildPages()
  await chromium.executablePath()
  await demoSnapshot()
}

/**
 * The real server with the demo county, and a real browser in front of it. Where photos are hashed and sealed, or speed is measured, it is
 * one as people have it: no flags.
 */
export async function openStage(flags = SHORT_LIVED): Promise<Stage> {
  await buildPages()
  const { world, end } = await demoWorld()
  const running = await runServer(world)
  await running.server.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(running.server.server.address() as AddressInfo).port}`
  const { browser, forget } = await openBrowser(flags)
  return {
    world,
    address,
    enter: (login, options) => enter(browser, world, address, login, options),
    async picture(page, name) {
      mkdirSync(artefacts, { recursive: true })
      // A picture proves nothing by itself: a machine too busy to draw a map for it does not fail the story.
      await page
        .screenshot({ path: join(artefacts, `${name}.png`), timeout: PICTURE_MS })
        .catch((error: Error) => console.error(`no picture ${name}: ${error.message.split('\n')[0]}`))
    },
    async end() {
      await browser.close()
      forget()
      await running.close()
      await end()
    },
  }
}

async function openBrowser(flags: string[]): Promise<{ browser: Browser; forget(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-fonts-'))
  // Where no language is set Chromium gives no file a Chinese name.
  const env = { ...process.env, FONTCONFIG_FILE: writeFontConfig(folder), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  const browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: [...FLAGS, ...flags],
    env,
  })
  return { browser, forget: () => rmSync(folder, { recursive: true, force: true }) }
}

/** The browser that comes with npm has no Chinese letters; these come with npm too. */
function writeFontConfig(folder: string): string {
  const fonts = globSync('node_modules/@expo-google-fonts/noto-sans-sc/**/*.ttf', { cwd: root })
  const folders = [...new Set(fonts.map((path) => dirname(join(root, path))))].map((path) => `<dir>${path}</dir>`)
  const alias =
    '<alias binding="same"><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>'
  const path = join(folder, 'fonts.conf')
  writeFileSync(
    path,
    `<?xml version="1.0"?><fontconfig>${folders.join('')}<cachedir>${folder}</cachedir>${alias}</fontconfig>`,
  )
  return path
}

async function enter(
  browser: Browser,
  world: World,
  address: string,
  login: string,
  options: Entering = {},
): Promise<Page> {
  const person = await personOf(world, login)
  const link = await inTransaction(world.database.db, (trx) => createSignInLink(trx, person.id, new Date()))
  const context: BrowserContext = await browser.newContext({
    viewport: options.phone ? { width: 390, height: 844 } : { width: 1456, height: 819 },
    // Menus that slide are no part of what is told, and on a busy machine they slide for long.
    reducedMotion: 'reduce',
    locale: options.english ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: ['geolocation', 'camera'],
    geolocation: { longitude: 107.765, latitude: 32.98, accuracy: 4 },
    ...(options.phone ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  })
  // Asked for as the page asks: opening it in the browser would cost every person of every story two page loads.
  const answer = await context.request.post(`${address}/api/session`, { data: { link } })
  assert.ok(answer.ok(), `${login}: ${answer.status()} ${await answer.text()}`)
  const page = await context.newPage()
  watchRequests(page)
  page.setDefaultTimeout(45_000)
  if (options.at) await page.goto(`${address}${options.at}`)
  return page
}
