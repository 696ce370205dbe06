import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Locator, Page } from 'playwright-core'

/** A stretch of line between phone and server that can be cut: then the server is truly not to be reached. */
export async function openLine(address: string) {
  const { hostname, port } = new URL(address)
  const open = new Set<Socket>()
  let passed = 0
  let cutAfter = Number.POSITIVE_INFINITY
  const server: Server = createServer((from) => {
    const to = connect(Number(port), hostname)
    for (const end of [from, to]) {
      open.add(end)
      end.on('close', () => open.delete(end))
      end.on('error', () => undefined)
    }
    to.on('data', (bytes) => {
      passed += bytes.length
      if (passed > cutAfter) line.cut()
    })
    from.pipe(to).pipe(from)
  })
  const listen = (at = 0) =>
    new Promise<number>((resolve) =>
      server.listen(at, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    )
  const own = await listen()
  const line = {
    address: `http://127.0.0.1:${own}`,
    /** Everything under way breaks, nothing new is answered. */
    cut() {
      cutAfter = Number.POSITIVE_INFINITY
      server.close()
      for (const end of open) end.destroy()
    },
    /** Once so many more bytes have come from the server. */
    cutAfter(bytes: number) {
      passed = 0
      cutAfter = bytes
    },
    mend: () => listen(own).then(() => undefined),
    close() {
      if (server.listening) line.cut()
    },
  }
  return line
}

export type Line = Awaited<ReturnType<typeof openLine>>

const WORLD = 512
const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI)

/** Where a place (degrees) lies on the screen: as the map keeps its view. */
export async function onScreen(page: Page, [longitude, latitude]: readonly [number, number]) {
  const ground = (await page.locator('.map-ground').boundingBox())!
  const view = await page.evaluate(() => JSON.parse(sessionStorage.getItem('yutu.view') ?? '{}') as { center: [number, number]; zoom: number }) // biome-ignore format: one row
  const scale = WORLD * 2 ** view.zoom
  const x = ground.x + ground.width / 2 + ((longitude - view.center[0]) / 360) * scale
  const y = ground.y + ground.height / 2 - (mercator(latitude) - mercator(view.center[1])) * scale
  return { x, y }
}

/** SH125 of a patch: its position, and what it adjoins on four sides. */
export async function whereItLies(facts: Locator): Promise<void> {
  await facts.getByText('中心位置').waitFor()
  await facts
    .getByText(/^107°\d\d′\d\d\.\d\d″ E · 3[23]°\d\d′\d\d\.\d\d″ N$/)
    .first()
    .waitFor()
  for (const side of ['东至', '南至', '西至', '北至'])
    await facts
      .locator('dl div', { hasText: side })
      .getByText(/\d{4} \S+/)
      .waitFor()
}
