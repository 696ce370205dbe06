import { addProtocol, type GetResourceResponse, type RequestParameters } from 'maplibre-gl'
import { tilesOf } from './package-tiles.ts'

/** A link that answers nothing must not keep the map white. */
const PATIENCE_MS = 6000
/** So many zooms nearer than the nearest picture it is still shown enlarged. */
const MOST_ENLARGED = 5

let isAdded = false

/** Tiles of «yutu://…» come from the packages on this phone where they have them, else from the server, else there are none. */
export function addTileProtocol(): void {
  if (isAdded) return
  isAdded = true
  addProtocol('yutu', serve)
}

async function serve(
  { url }: RequestParameters,
  { signal }: AbortController,
): Promise<GetResourceResponse<ArrayBuffer>> {
  const [source = '', what = '', ...place] = url.slice('yutu://'.length).split('?')[0]!.split('/')
  const [z, x, y] = place.map(Number) as [number, number, number]
  const data = source === 'base' ? await baseTile(what, [z, x, y], signal) : await picture(what, [z, x, y], signal)
  return { data: data.slice().buffer }
}

type Place = [z: number, x: number, y: number]

/** All layers in one tile, as the packages have them; several may hold parts of it. */
async function baseTile(layers: string, [z, x, y]: Place, signal: AbortSignal): Promise<Uint8Array> {
  const kept = await tilesOf('tiles', z, x, y)
  if (kept.length > 0) return joined(kept)
  const names = layers === '-' ? [] : layers.split(',')
  const fetched = await Promise.all(
    names.map((name) => answerOf(`/api/onemap/tile/${name}/${z}/${x}/${y}.mvt`, signal)),
  )
  return joined(fetched.filter((bytes) => bytes !== undefined))
}

async function picture(moment: string, [z, x, y]: Place, signal: AbortSignal): Promise<Uint8Array> {
  const [kept] = await tilesOf(`imagery-${moment}`, z, x, y)
  if (kept) return kept
  const fetched = await answerOf(`/api/onemap/imagery/${moment}/${z}/${x}/${y}.png`, signal)
  return fetched ?? (await enlarged(moment, [z, x, y])) ?? nothing()
}

async function answerOf(address: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) })
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  } catch (error) {
    if (signal.aborted) throw error
    return undefined
  }
}

/** The quarter (sixteenth …) of a wider picture that covers this place. */
async function enlarged(moment: string, [z, x, y]: Place): Promise<Uint8Array | undefined> {
  for (let up = 1; up <= MOST_ENLARGED && up <= z; up++) {
    const side = 2 ** up
    const [wider] = await tilesOf(`imagery-${moment}`, z - up, Math.floor(x / side), Math.floor(y / side))
    if (!wider) continue
    const whole = await createImageBitmap(new Blob([wider as Uint8Array<ArrayBuffer>]))
    const part = whole.width / side
    const canvas = new OffscreenCanvas(256, 256)
    canvas.getContext('2d')!.drawImage(whole, (x % side) * part, (y % side) * part, part, part, 0, 0, 256, 256)
    return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
  }
  return undefined
}

let blank: Promise<Uint8Array> | undefined
const nothing = () => (blank ??= new OffscreenCanvas(1, 1).convertToBlob().then(async (blob) => new Uint8Array(await blob.arrayBuffer()))) // biome-ignore format: one row

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
