import assert from 'node:assert/strict'
import { test } from 'node:test'
import exifr from 'exifr'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { angleCoverage } from './angle-coverage.ts'
import { withExif } from './exif.ts'
import { photoAttributes, photoName } from './name.ts'
import { navigationTo } from './navigation.ts'
import { doubtsOf } from './plausible.ts'
import type { Shot } from './shot.ts'

/** The smallest JPEG a reader accepts as one: with JFIF, and an older EXIF that must go. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
  ...[0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0, 0xff, 0xdb, 0, 3, 0, 0xff, 0xd9],
])

const shot: Shot = {
  takenAt: new Date('2026-11-27T01:02:03.456Z'),
  position: [107.12345678, 32.98765432],
  ...{ accuracy: 6.5, altitude: -1.25, azimuth: 123.45, north: 'T', pitch: -12.5, roll: 3, focalLength: 26 },
  ...{ person: '李外业', description: '北侧近景', code: '0f1e2d3c4b5a6978' },
}

const joined = (parts: Uint8Array[]) => Buffer.concat(parts)

test('EXIF reads back exactly what was written, by a reader of others', async () => {
  const tags = await exifr.parse(joined(withExif(jpeg, shot)), {
    gps: true,
    reviveValues: false,
    translateValues: false,
  })
  assert.ok(Math.abs(tags.latitude - 32.98765432) < 1e-9 && Math.abs(tags.longitude - 107.12345678) < 1e-9)
  assert.deepEqual(
    [tags.DateTimeOriginal, tags.OffsetTimeOriginal, tags.SubSecTimeOriginal],
    ['2026:11:27 09:02:03', '+08:00', '456'],
  )
  assert.deepEqual([tags.GPSImgDirection, tags.GPSImgDirectionRef, tags.GPSHPositioningError], [123.45, 'T', 6.5])
  assert.deepEqual([tags.ImageUniqueID, tags.FocalLengthIn35mmFormat, tags.Orientation], [shot.code, 26, 1])
  assert.equal(tags.GPSAltitude, 1.25)
  assert.deepEqual([...tags.GPSAltitudeRef], [1])
  assert.deepEqual([tags.GPSDateStamp, [...tags.GPSTimeStamp]], ['2026:11:27', [1, 2, 3]])
})

test('EXIF of a photo turned to true north tells what the compass said, too', async () => {
  const tags = await exifr.parse(joined(withExif(jpeg, { ...shot, azimuth: 1.5, declination: -3.4 })), {
    ...{ gps: true, userComment: true, translateValues: false },
  })
  const said = Buffer.from(tags.userComment as Uint8Array).toString('latin1')
  assert.match(said, /magnetic=4\.9;declination=-3\.4$/)
  assert.deepEqual([tags.GPSImgDirection, tags.GPSImgDirectionRef], [1.5, 'T'])
})

test('the picture itself is not touched, and what is no JPEG is refused', () => {
  const bytes = joined(withExif(jpeg, shot))
  assert.deepEqual([...bytes.subarray(-7)], [...jpeg.subarray(-7)])
  assert.equal(bytes.indexOf('JFIF'), -1)
  assert.throws(() => withExif(Uint8Array.from([1, 2, 3]), shot), RangeError)
})

test('the name has 32 characters, carries over minutes and degrees, and never says 360', () => {
  assert.equal(photoName(shot), 'OP202611270902031070724325916123')
  assert.equal(photoName(shot).length, 32)
  const carried = photoName({ ...shot, position: [106.99999, 32.99999], azimuth: 359.6 })
  assert.equal(carried.slice(16), '1070000330000000')
})

test('attributes: pitch and roll only beyond ten degrees, distance only beyond 200 m, magnetic north as the standard writes it', () => {
  const told = photoAttributes({ ...shot, north: 'M' }, { id: '7', distance: 250 })
  assert.deepEqual(
    [told.TILT, told.ROLL, told.DIST, told.AZIMR, told.PHTM, told.LONG],
    ['-12.5', '', '250', 'G', '2026-11-27T09:02:03+08:00', '107.12345678'],
  )
  assert.equal(photoAttributes(shot, { id: '7', distance: 30 }).DIST, '')
})

const field: MultiPolygon = [[[[0, 0], [40, 0], [40, 40], [0, 40], [0, 0]]]] // biome-ignore format: one shape
const from = (x: number, y: number, azimuth: number) => ({ position: [x, y] as Position, azimuth })

test('one photo leaves a gap, and says where to stand for the next', () => {
  const one = angleCoverage(field, [from(20, -15, 0)])
  assert.deepEqual([one.isEnough, one.directions, one.gap.width], [false, [0], 360])
  assert.ok(one.next!.azimuth === 180 && one.next!.position[1] > 40)
})

test('following the advice ends with enough; so do three sides of a square', () => {
  const views = [from(20, -15, 0)]
  let coverage = angleCoverage(field, views)
  for (let k = 0; k < 6 && !coverage.isEnough; k++) {
    views.push(coverage.next!)
    coverage = angleCoverage(field, views)
  }
  assert.ok(coverage.isEnough, JSON.stringify(coverage))
  assert.ok(views.length <= 4)
  assert.ok(angleCoverage(field, [from(20, -15, 0), from(55, 35, 240), from(-15, 35, 120)]).isEnough)
})

test('photos that look away or from far off add nothing', () => {
  const nothing = angleCoverage(field, [from(20, -15, 180), from(20, -500, 0)])
  assert.deepEqual([nothing.seen, nothing.directions, nothing.gap.width], [0, [], 360])
})

const taken = (second: number, place: Position | null, more: object = {}) => {
  const takenAt = new Date(Date.UTC(2026, 10, 27, 1, 0, second))
  return { takenAt, place, accuracy: 5, receivedAt: new Date(takenAt.getTime() + 60_000), ...more }
}

test('positions nobody can have measured are doubted, ordinary ones are not', () => {
  assert.deepEqual(doubtsOf([taken(0, [0, 0]), taken(20, [300, 0])]), [])
  assert.deepEqual(doubtsOf([taken(0, [0, 0]), taken(20, [3000, 0])]), ['too-fast'])
  assert.deepEqual(doubtsOf([0, 15, 30, 45].map((second) => taken(second, [7.5, 8.5]))), [])
  assert.deepEqual(doubtsOf([0, 70, 140, 210].map((second) => taken(second, [7.5, 8.5]))), ['frozen'])
  assert.deepEqual(doubtsOf([taken(0, null, { accuracy: 0 })]), ['too-exact'])
  assert.deepEqual(doubtsOf([taken(0, null, { receivedAt: new Date(0) })]), ['from-the-future'])
  assert.deepEqual(doubtsOf([taken(900, null), taken(0, null)]), ['clock-went-back'])
})

test('navigation programs are given the coordinates they count in', () => {
  const [amap, baidu] = [navigationTo('amap', [107, 33], '图斑'), navigationTo('baidu', [107, 33], '图斑')]
  const numbers = (address: string) => address.match(/\d+\.\d{6}/g)!.map(Number)
  const [x, y] = numbers(amap) as [number, number]
  // GCJ-02 lies a few hundred metres off, BD-09 a little farther.
  assert.ok(Math.hypot(x - 107, y - 33) > 0.001 && Math.hypot(x - 107, y - 33) < 0.01)
  const [latitude, longitude] = numbers(baidu) as [number, number]
  assert.ok(Math.hypot(longitude - x, latitude - y) > 0.005)
})
