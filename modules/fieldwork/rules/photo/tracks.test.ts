import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { doubtsOf, type PlaceDoubt, type TakenShot } from './plausible.ts'

// How often positions that were measured are doubted by chance, and mocked ones found. Function points: SH129
const TRACKS = '../shared/fixtures/formats/togeojson.zip'
const skip = !existsSync(TRACKS) && `no ${TRACKS}: real GPS tracks are not measured`

type Measured = { at: number; degrees: Position; altitude: number | null }

function tracksIn(gpx: string): Measured[][] {
  return gpx.split('<trkseg>').slice(1).map((segment) =>
    [...segment.matchAll(/<trkpt\s+([^>]*)>(.*?)<\/trkpt>/gs)].flatMap(([, where = '', inside = '']) => {
      const number = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? Number.NaN)
      const at = Date.parse(/<time>([^<]*)/.exec(inside)?.[1] ?? '')
      const altitude = number(inside, /<ele>([^<]*)/)
      const degrees: Position = [number(where, /lon="([^"]*)"/), number(where, /lat="([^"]*)"/)]
      return Number.isNaN(at) ? [] : [{ at, degrees, altitude: Number.isNaN(altitude) ? null : altitude }]
    }),
  ) // biome-ignore format: one step a row
}

/** The same numbers in every run. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const metres = ([x, y]: Position, [x0, y0]: Position): Position => [
  (x - x0) * 111_320 * Math.cos((y0 * Math.PI) / 180),
  (y - y0) * 110_950,
]

/** Photos at intervals of 8 to 90 s, each with the last measurement before it. A phone often tells the same accuracy all day: so does this one. */
function photosAlong(track: Measured[], random: () => number): TakenShot[] {
  const shots: TakenShot[] = []
  for (let at = track[0]!.at; at < track.at(-1)!.at; at += 8_000 + random() * 82_000) {
    const fix = track.findLast((one) => one.at <= at)!
    // The camera takes none with a place older than a minute.
    if (at - fix.at > 60_000) continue
    const isSteady = fix.altitude !== null
    const { degrees, altitude } = fix
    const [takenAt, placedAt] = [new Date(at), new Date(fix.at)]
    const accuracy = isSteady ? 5 : 3 + Math.round(random() * 40) / 10
    shots.push({ takenAt, placedAt, receivedAt: takenAt, degrees, altitude, accuracy, place: metres(degrees, track[0]!.degrees) })
  } // biome-ignore format: one row
  return shots
}

function count(shots: TakenShot[], into: Map<PlaceDoubt, number>): void {
  for (const k of shots.keys())
    for (const doubt of doubtsOf(shots.slice(Math.max(0, k - 6), k + 1))) into.set(doubt, (into.get(doubt) ?? 0) + 1)
}

const told = (found: Map<PlaceDoubt, number>) => [...found].map(([doubt, n]) => `${doubt} ${n}`).join(', ') || 'none'

test('Tracks that people have walked, run and driven: of a hundred photos along them fewer than one is doubted', {
  skip,
}, (t) => {
  const files = Object.entries(unzipSync(readFileSync(TRACKS))).filter(([name]) => name.endsWith('.gpx'))
  const found = new Map<PlaceDoubt, number>()
  let photos = 0
  for (const [name, bytes] of files)
    for (const track of tracksIn(new TextDecoder().decode(bytes)).filter(({ length }) => length > 20))
      for (const seed of [1, 2, 3]) {
        const shots = photosAlong(track, dice(seed))
        const own = new Map<PlaceDoubt, number>()
        count(shots, own)
        photos += shots.length
        for (const [doubt, n] of own) found.set(doubt, (found.get(doubt) ?? 0) + n)
        if (own.size > 0) t.diagnostic(`${name} ${shots.length}: ${told(own)}`)
      }
  const doubts = [...found.values()].reduce((sum, n) => sum + n, 0)
  t.diagnostic(`${photos} photos: ${told(found)}`)
  assert.ok(photos > 300, String(photos))
  assert.ok(doubts / photos < 0.01, `${doubts} of ${photos}`)
})

const START = Date.UTC(2026, 10, 27, 1)
type Walk = (
  k: number,
  random: () => number,
) => { place: Position; accuracy: number; altitude: number | null; fixed?: number }

/** Ten photos, one every 20 s. */
function session(walk: Walk, random: () => number): TakenShot[] {
  return Array.from({ length: 10 }, (_, k) => {
    const { place, accuracy, altitude, fixed = k } = walk(k, random)
    const takenAt = new Date(START + k * 20_000)
    const degrees: Position = [107 + place[0] / 93_400, 33 + place[1] / 110_950]
    return { takenAt, placedAt: new Date(START + fixed * 20_000 - 700), receivedAt: takenAt, place, degrees, accuracy, altitude }
  }) // biome-ignore format: one row
}

const bell = (random: () => number) => Array.from({ length: 12 }, random).reduce((sum, one) => sum + one, -6)
const noisy = (at: Position, random: () => number, deviation = 3): Position => [at[0] + deviation * bell(random), at[1] + deviation * bell(random)] // biome-ignore format: one row
const tenth = (value: number) => Math.round(value * 10) / 10

const real: Record<string, Walk> = {
  'four photos from one corner, the receiver silent': (k) => ({ place: [Math.floor(k / 4) * 40 + 0.37, 1.23], accuracy: 4, altitude: 512.3, fixed: Math.floor(k / 4) * 4 }),
  'walking round a field': (k, random) => ({ place: noisy([60 * Math.cos(k / 2), 60 * Math.sin(k / 2)], random), accuracy: tenth(3 + random() * 3), altitude: tenth(512 + 4 * bell(random)) }),
  'the same accuracy all day': (k, random) => ({ place: noisy([k * 25, 0], random), accuracy: 5, altitude: tenth(512 + 4 * bell(random)) }),
  'under trees': (k, random) => ({ place: noisy([k * 12, k * 8], random, 15), accuracy: tenth(10 + random() * 40), altitude: tenth(512 + 15 * bell(random)) }),
  'a phone without height': (k, random) => ({ place: noisy([k * 20, 5], random), accuracy: tenth(4 + random() * 8), altitude: null }),
  'by car between fields': (k, random) => ({ place: noisy([k * 400, k * 90], random), accuracy: tenth(4 + random() * 3), altitude: tenth(500 + k + 3 * bell(random)) }),
} // biome-ignore format: one row each

const mocked: Record<string, Walk> = {
  'one pin, fed again and again': () => ({ place: [12.345, 6.789], accuracy: 3, altitude: 500 }),
  'pins set from photo to photo': (k) => ({ place: [[7, 30, 52, 20, 44][k % 5]! + 0.3, [3, 40, 11, 60, 25][k % 5]! + 0.7], accuracy: 1, altitude: 0 }),
  'a joystick along a line': (k) => ({ place: [k * 24.6, k * 11.1], accuracy: tenth(3 + (k % 4)), altitude: 500 + k }),
  'pins with a tremble added': (k, random) => ({ place: noisy([k * 15, k * 9], random), accuracy: 10, altitude: null }),
  'from the office to the field at once': (k, random) => ({ place: noisy([k < 5 ? 0 : 38_000, 0], random), accuracy: tenth(4 + random()), altitude: tenth(512 + bell(random)) }),
  'the browser’s own tools': (k) => ({ place: [(k % 3) * 934, (k % 2) * 1109.5], accuracy: 1, altitude: null }),
} // biome-ignore format: one row each

const sessionsDoubted = (walk: Walk, sessions = 200) => {
  const doubted = Array.from({ length: sessions }, (_, seed) => {
    const found = new Map<PlaceDoubt, number>()
    count(session(walk, dice(seed * 7919 + 1)), found)
    return found.size > 0
  })
  return doubted.filter(Boolean).length / sessions
}

test('Simulated receivers, two hundred sessions of each: real ones are doubted in fewer than one of a hundred, mocked ones always', (t) => {
  for (const [name, walk] of Object.entries(real)) {
    const share = sessionsDoubted(walk)
    t.diagnostic(`${name}: ${(share * 100).toFixed(1)} % doubted`)
    assert.ok(share < 0.01, `${name}: ${share}`)
  }
  for (const [name, walk] of Object.entries(mocked)) {
    const share = sessionsDoubted(walk)
    t.diagnostic(`${name}: ${(share * 100).toFixed(1)} % found`)
    assert.equal(share, 1, name)
  }
})
