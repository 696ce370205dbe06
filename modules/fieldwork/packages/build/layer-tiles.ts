import { boundingBox, boxesMeet } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { zoneOfEpsg } from '../../../../kernel/geometry/projection/gauss-kruger.ts'
import type { Box } from '../../../../kernel/geometry/types.ts'
import type { LayerDefinition } from '../../../../kernel/layers/definition.ts'
import type { Feature } from '../../../../kernel/layers/feature.ts'
import { encodeTile, type TileFeature } from '../../../../kernel/tiles/encode-tile.ts'
import { polygonCommands } from '../../../../kernel/tiles/polygon-commands.ts'
import { type TileFrame, tileFrame } from '../../../../kernel/tiles/tile-frame.ts'
import { tileFields } from '../../../../kernel/tiles/tile-json.ts'
import { boxInDegrees } from '../../../onemap/api.ts'
import { tilesIn } from '../rules/tile-list.ts'

/** Nearer views enlarge the last: 0.25 m a unit. */
export const TILE_ZOOMS = [11, 15] as const
/** Below this zoom what is smaller than a pixel is left out. */
const ALL_FEATURES = 13
/** On the screen a tile is 512 pixels wide. */
const PIXELS = 512

const zone = zoneOfEpsg(4524)!
const nameOf = (z: number, x: number, y: number) => `${z}/${x}/${y}`

/** Vector tiles of several layers, gathered feature by feature; each tile holds all its layers, as MVT allows. */
export class LayerTiles {
  readonly #tiles = new Map<string, Map<string, TileFeature[]>>()
  readonly #frames = new Map<string, TileFrame | undefined>()

  add(layer: LayerDefinition, { id, attributes, geometry }: Feature): void {
    const box = boundingBox(geometry)
    const degrees = boxInDegrees(box)
    const properties = Object.fromEntries(tileFields(layer).map((field) => [field, attributes[field] ?? null]))
    for (let z = TILE_ZOOMS[0]; z <= TILE_ZOOMS[1]; z++) {
      for (const { x, y } of tilesIn(degrees, z)) {
        const frame = this.#frame(z, x, y)
        if (!frame || !boxesMeet(frame.box, box) || isTooSmall(z, box, frame)) continue
        const commands = polygonCommands(geometry, frame.project)
        if (commands.length > 0) this.#put(nameOf(z, x, y), layer.name, { id, geometry: commands, properties })
      }
    }
  }

  *tiles(): Generator<{ z: number; x: number; y: number; bytes: Uint8Array }> {
    for (const [name, layers] of this.#tiles) {
      const [z, x, y] = name.split('/').map(Number) as [number, number, number]
      const parts = [...layers].map(([layer, features]) =>
        encodeTile(
          layer,
          features.toSorted((a, b) => a.id - b.id),
        ),
      )
      yield { z, x, y, bytes: new Uint8Array(Buffer.concat(parts)) }
    }
  }

  #frame(z: number, x: number, y: number): TileFrame | undefined {
    const name = nameOf(z, x, y)
    if (!this.#frames.has(name)) this.#frames.set(name, tileFrame(z, x, y, zone))
    return this.#frames.get(name)
  }

  #put(tile: string, layer: string, feature: TileFeature): void {
    const layers = this.#tiles.get(tile) ?? new Map<string, TileFeature[]>()
    this.#tiles.set(tile, layers)
    layers.set(layer, layers.get(layer) ?? [])
    layers.get(layer)!.push(feature)
  }
}

const isTooSmall = (z: number, [minX, minY, maxX, maxY]: Box, { side }: TileFrame) =>
  z < ALL_FEATURES && Math.max(maxX - minX, maxY - minY) < side / PIXELS
