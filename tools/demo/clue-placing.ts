import Flatbush from 'flatbush'
import type { Polygon } from '../../kernel/geometry/types.ts'
import { allows, CHANGES, type ChangeName, type ClueFacts, type ClueKind, isClear } from './clue-kinds.ts'
import type { County } from './county.ts'
import { boxOf, shareOf, type Under } from './ground.ts'
import { intersectionArea } from './intersection-area.ts'
import { hashLattice } from './noise.ts'
import type { Random } from './random.ts'
import { lobes, rectangle, type Shape, shrunk } from './shapes.ts'
import type { Site, SiteKind } from './sites.ts'

/** A clue as placed: where, what it turned into, and what it lies on. */
export type Placed = {
  kind: ClueKind
  change: ChangeName
  newClass: string
  polygon: Polygon
  under: Under
  /** sites it overlaps by more than 1 % of itself, with the common area */
  sites: { site: Site; area: number }[]
}

/** What the conclusion about a placed clue rests on. */
export function factsOf({ newClass, under, sites }: Placed): ClueFacts {
  const covered = sites
    .filter(({ site }) => site.valid && allows(site.kind, newClass))
    .reduce((sum, { area }) => sum + area, 0)
  return {
    newClass,
    area: under.area,
    farmland: under.farmland,
    basicFarmland: under.basicFarmland,
    redline: under.redline,
    covered,
  }
}

/** Points along the sides move inwards a little, as when a boundary is traced from imagery. */
function traced(shape: Shape, random: Random): Shape {
  const x = shape.reduce((sum, p) => sum + p[0], 0) / shape.length
  const y = shape.reduce((sum, p) => sum + p[1], 0) / shape.length
  return shape.flatMap(([ax, ay], i): Shape => {
    const [bx, by] = shape[(i + 1) % shape.length]!
    const [t, pull] = [random.between(0.35, 0.65), random.between(0, 0.09)]
    const [mx, my] = [ax + t * (bx - ax), ay + t * (by - ay)]
    return [
      [ax, ay],
      [mx + (x - mx) * pull, my + (y - my) * pull],
    ]
  })
}

function outlineOf(change: ChangeName, x: number, y: number, axis: number, random: Random): Shape {
  const { shape, size } = CHANGES[change]
  const length = random.between(...(size as [number, number]))
  if (shape === 'strip') return rectangle(x, y, length, random.between(7, 10), axis + random.between(-0.4, 0.4))
  if (shape === 'lobes') return lobes(x, y, length / 1.2, random)
  const box = rectangle(x, y, length, length * random.between(0.5, 0.9), axis)
  return traced(shape === 'yard' && random.chance(0.35) ? notched(box) : box, random)
}

/** An L: the last corner of a rectangle is left out. */
function notched([a, b, c, d]: Shape): Shape {
  const mix = (p: [number, number], q: [number, number], t: number): [number, number] => [
    p[0] + t * (q[0] - p[0]),
    p[1] + t * (q[1] - p[1]),
  ]
  const inner = mix(mix(a!, d!, 0.55), mix(b!, c!, 0.55), 0.5)
  return [a!, b!, mix(b!, c!, 0.55), inner, mix(d!, c!, 0.5), d!]
}

/** Places clues on a county; remembers what is used, so each site serves one clue. */
export class Placing {
  private readonly used = new Set<Site>()
  private readonly index: Flatbush
  private readonly sites: Site[]
  private readonly county: County
  private readonly random: Random

  constructor(county: County, random: Random) {
    this.county = county
    this.random = random
    this.sites = county.known().sites
    this.index = new Flatbush(this.sites.length)
    for (const site of this.sites) this.index.add(...boxOf(site.polygon))
    this.index.finish()
  }

  /** A clue on a site: inside it, or shifted along it by a share of its length. */
  onSite(kind: ClueKind, kinds: readonly SiteKind[], valid: boolean, shift: [number, number]): Placed | undefined {
    const free = this.sites.filter((site) => kinds.includes(site.kind) && site.valid === valid && !this.used.has(site))
    for (let attempt = 0; attempt < 12 && free.length > 0; attempt++) {
      const placed = this.tryOn(kind, free, shift)
      if (placed) return placed
    }
    return undefined
  }

  private tryOn(kind: ClueKind, free: Site[], shift: [number, number]): Placed | undefined {
    const [site] = free.splice(Math.floor(this.random.next() * free.length), 1) as [Site]
    const by = this.random.between(...shift)
    const [a, b] = [site.shape[0]!, site.shape[1]!]
    const inner = by === 0 ? traced(shrunk(site.shape, this.random.between(0.86, 0.97)), this.random) : site.shape
    const moved = inner.map(([x, y]): [number, number] => [x + by * (b[0] - a[0]), y + by * (b[1] - a[1])])
    const placed = this.seen(kind, changeInto(site.useCode), site.useCode, moved)
    if (placed) this.used.add(site)
    return placed
  }

  /** A clue away from all sites, on ground that suits its kind. */
  onOpenGround(kind: ClueKind, change: ChangeName, suits: (under: Under) => boolean): Placed | undefined {
    const { land } = this.county.drawn
    const { ground, occupancy } = this.county.known()
    for (let attempt = 0; attempt < 400; attempt++) {
      const cell = land.measure(ground.faceAt(this.random.next()))
      const shape = outlineOf(change, cell.cx, cell.cy, cell.axis, this.random)
      const placed = this.seen(kind, change, this.random.pick(CHANGES[change].classes), shape)
      if (!placed || placed.sites.length > 0 || !suits(placed.under)) continue
      const reach = Math.max(...shape.map(([x, y]) => Math.hypot(x - cell.cx, y - cell.cy)))
      if (occupancy.take(cell.cx, cell.cy, reach + 5)) return placed
    }
    return undefined
  }

  /** Puts the shape on the ground and looks what is there; undefined where it leaves the county. */
  private seen(kind: ClueKind, change: ChangeName, newClass: string, shape: Shape): Placed | undefined {
    const polygon = [unrounded(this.county.drawn.outline.bentRing(shape))]
    const under = this.county.known().ground.under(polygon)
    const covered = shareOf(under, () => true)
    if (covered < 0.9999 || under.area < 200) return undefined
    // The redline would decide alone: only suspects may lie in it.
    if (kind !== 'suspect' && under.redline > 0) return undefined
    const sites = this.index
      .search(...boxOf(polygon))
      .map((i) => ({ site: this.sites[i]!, area: intersectionArea(polygon, this.sites[i]!.polygon) }))
      .filter(({ area }) => area > 0.01 * under.area)
    const placed = { kind, change, newClass, polygon, under, sites }
    return isClear(factsOf(placed)) ? placed : undefined
  }
}

/** A monitoring institute's coordinates carry all the digits of a double: precision must survive the import. */
function unrounded(ring: Polygon[number]): Polygon[number] {
  const points = ring.slice(0, -1).map(([x, y], i): [number, number] => {
    const noise = hashLattice(i, Math.round(x * 10), 5)
    return [x + ((noise & 0xffff) / 65536) * 9e-4, y + ((noise >>> 16) / 65536) * 9e-4]
  })
  return [...points, points[0]!]
}

function changeInto(code: string): ChangeName {
  if (code === '1202') return 'greenhouse'
  if (code === '1104') return 'pond'
  if (code.startsWith('02')) return 'orchard'
  return code === '1003' ? 'road' : 'building'
}
