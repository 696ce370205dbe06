import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { generateClues } from '../../tools/demo/clues.ts'
import { generateCounty } from '../../tools/demo/county.ts'
import type { Stage } from '../browser.ts'
import { settled } from '../settled.ts'

/** What a story asks for behind the pages: only to set its scene, or to look at the outcome from the other side. */
export type Desk = {
  ask<R>(name: string, input?: Record<string, string>): Promise<R>
  act<R>(verb: string, input: unknown): Promise<R>
  put(bytes: Uint8Array): Promise<string>
}

const pathOf = (name: string) => `/api/${name.replaceAll('.', '/')}`

export function deskOf({ address }: Stage, page: Page): Desk {
  const { request } = page
  return {
    async ask(name, input = {}) {
      const answer = await request.get(`${address}${pathOf(name)}?${new URLSearchParams(input)}`)
      assert.ok(answer.ok(), `${name}: ${answer.status()} ${await answer.text()}`)
      return answer.json()
    },
    async act(verb, input) {
      const answer = await request.post(`${address}${pathOf(verb)}`, { data: input })
      assert.ok(answer.ok(), `${verb}: ${answer.status()} ${await answer.text()}`)
      return answer.json()
    },
    async put(bytes) {
      const headers = { 'content-type': 'application/octet-stream' }
      const answer = await request.put(`${address}/api/files`, { data: Buffer.from(bytes), headers })
      return ((await answer.json()) as { digest: string }).digest
    },
  }
}

/** The quarter's delivery of the demo county: zipped shapefile, GBK, broken geometry among it. */
export const demoDelivery = (): Uint8Array => generateClues(generateCounty('S')).delivery()

export type Clue = {
  id: string
  number: string
  conclusion: string
  changeKind: string
  areaEllipsoidal: number
  linkedClue: string | null
  caseId: string | null
  caseNumber: string | null
  box: [number, number, number, number]
}

/** All clues of a batch. */
export const cluesOf = async (desk: Desk, batchId: string): Promise<Clue[]> =>
  (await desk.ask<{ rows: Clue[] }>('landuse.clue.list', { batchId, pageSize: '500' })).rows

/** The answer of an act, awaited while `doing` makes the page ask for it. */
export async function answered(page: Page, verb: string, doing: () => Promise<unknown>): Promise<void> {
  const answer = page.waitForResponse((response) => response.url().endsWith(pathOf(verb)))
  await doing()
  const response = await answer
  assert.ok(response.ok(), `${verb}: ${response.status()} ${await response.text()}`)
}

/** Chooses in a list, by typing where it can be searched. */
export async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.click()
  if (await box.isEditable()) await box.fill(text)
  await page.locator('.ant-select-item-option:visible', { hasText: text }).first().click()
}

/** A list of choices in a dialog is left by looking elsewhere. */
export const closeList = (page: Page) => page.getByRole('dialog').locator('.ant-modal-title').click()

/** Draws one's signature on the pad and agrees to its use; once for a person. */
export async function drawSignature(page: Page): Promise<void> {
  const pad = page.locator('.form-pad')
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  const at = (x: number, y: number) => page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 })
  for (const [from, ...points] of SIGNATURE) {
    await at(...from!)
    await page.mouse.down()
    for (const point of points) await at(...point)
    await page.mouse.up()
  }
  await page.getByText('同意将此签名用于我签署的意见').click()
  await answered(page, 'casework.signature.keep', () => page.getByRole('button', { name: '留存签名' }).click())
  await page.locator('.own-signature svg path').waitFor()
}

/** Two strokes, in parts of the pad. */
const SIGNATURE: [x: number, y: number][][] = [
  // biome-ignore format: one stroke a line
  [[0.15, 0.3], [0.3, 0.28], [0.22, 0.7], [0.34, 0.55]],
  // biome-ignore format: one stroke a line
  [[0.45, 0.3], [0.5, 0.7], [0.6, 0.35], [0.68, 0.65], [0.85, 0.4]],
]

/** Everybody has one browser: who comes back to it finds there what it has kept of the pages. */
export function seatsOf(stage: Stage) {
  const taken = new Map<string, Page>()
  return {
    pages: () => [...taken],
    async sit(login: string): Promise<Page> {
      const page = taken.get(login) ?? (await stage.enter(login))
      taken.set(login, page)
      return page
    },
    /** A page nobody looks at any more is not drawn on. */
    leave: (page: Page) => page.goto('about:blank'),
  }
}

/** Steps of one story: each goes on where the one before ended, so after a failure the rest is skipped, and said to be. */
export function stepsOf(pages: () => [name: string, page: Page | undefined][], stage: () => Stage) {
  let failed = false
  return (title: string, work: () => Promise<void>) =>
    test(title, async (context) => {
      if (failed) return context.skip('an earlier step of the story failed')
      try {
        await work()
      } catch (error) {
        failed = true
        // A page that cannot even be photographed must not hide what went wrong.
        for (const [name, page] of pages())
          if (page && !page.isClosed())
            await stage()
              .picture(page, `failed-${name}`)
              .catch(() => undefined)
        throw error
      }
    })
}

export const textOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? ''

/** A picture once tiles and images have come; a page that never rests is taken as it is. */
export async function pictureOf(stage: Stage, page: Page, name: string): Promise<void> {
  await settled(page)
  await stage.picture(page, name)
}
