import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Position } from '../../../../kernel/geometry/types.ts'
import { endOfOldExif, withExif } from './exif.ts'
import { type Claimed, pictureDoubts } from './picture-doubts.ts'
import { endingOf, pictureKind } from './picture-kind.ts'
import { readExif } from './read-exif.ts'

const PHOTOS = '../shared/fixtures/photos'
const skip = !existsSync(PHOTOS) && `no ${PHOTOS}: photos of other cameras are not read`
const read = (name: string) => new Uint8Array(readFileSync(`${PHOTOS}/${name}`))

/** Front and end as the server reads them of a file. */
const judged = (claimed: Claimed, bytes: Uint8Array) => {
  const head = bytes.subarray(0, 256 * 1024)
  return pictureDoubts(claimed, head, bytes.subarray(Math.max(bytes.length - 64 * 1024, endOfOldExif(head))))
}

const at: Claimed = { mediaType: 'image/jpeg', takenAt: new Date('2026-11-27T01:02:03Z'), position: [107.5, 33], code: '0f1e2d3c4b5a6978' } // biome-ignore format: one row
const plain = Uint8Array.from([0xff, 0xd8, 0xff, 0xdb, 0, 3, 0, 1, 2, 3, 0xff, 0xd9])
/** As our camera writes it. */
const ours = (more: object = {}) => {
  const shot = { takenAt: at.takenAt, position: at.position as Position, accuracy: 4, azimuth: 90, north: 'M', pitch: 0, roll: 0, person: '马东', code: at.code! } as const // biome-ignore format: one row
  return new Uint8Array(Buffer.concat(withExif(plain, { ...shot, ...more })))
}

test('A photo of our own camera raises no doubt, whichever north and hemisphere', () => {
  assert.deepEqual(judged(at, ours()), [])
  assert.deepEqual(judged({ ...at, position: [-70.25, -33.4] }, ours({ position: [-70.25, -33.4] })), [])
  const { place, takenAt, code } = readExif(ours())
  assert.deepEqual([place, takenAt, code], [[107.5, 33], at.takenAt, at.code])
})

test('Another place, another hour, the code of another photo in its EXIF: each is told', () => {
  assert.deepEqual(judged(at, ours({ position: [107.51, 33] })), ['exif-place'])
  assert.deepEqual(judged(at, ours({ takenAt: new Date('2026-11-26T01:02:03Z') })), ['exif-time'])
  assert.deepEqual(judged(at, ours({ code: 'ffffffffffffffff' })), ['other-code'])
  assert.deepEqual(judged({ ...at, code: null }, ours()), ['other-code'], 'not signed, and yet it bears a code')
})

test('What is cut off, no picture, or another format than it is called', () => {
  assert.deepEqual(judged(at, ours().subarray(0, -2)), ['cut-off'])
  assert.deepEqual(judged(at, new TextEncoder().encode('no picture at all')), ['no-picture'])
  assert.deepEqual(judged(at, new Uint8Array()), ['no-picture'])
  const files = {
    'image/png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'image/webp': Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1'),
    'image/heic': Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'),
  }
  for (const [kind, bytes] of Object.entries(files)) {
    assert.equal(pictureKind(bytes), kind)
    assert.deepEqual(judged(at, bytes), ['other-format'])
    assert.deepEqual(judged({ ...at, mediaType: kind }, bytes), [])
    assert.equal(endingOf(kind), kind.slice(6))
  }
})

test('EXIF that breaks off at any byte, or points anywhere, stops nothing', () => {
  const whole = ours()
  for (let length = 0; length < whole.length; length++) readExif(whole.subarray(0, length))
  for (let k = 20; k < whole.length; k++) readExif(Uint8Array.from(whole, (byte, i) => (i === k ? 0xff : byte)))
})

test('Photos of seventeen other cameras: the place exiftool reads, and none of them is broken', { skip }, () => {
  const [head, ...rows] = readFileSync(`${PHOTOS}/exiftool_expected.csv`, 'utf8').trim().split('\n')
  const [latitude, longitude] = ['GPSLatitude', 'GPSLongitude'].map((name) => head!.split(',').indexOf(name))
  let places = 0
  for (const row of rows) {
    const cells = row.split(',')
    const bytes = read(cells[0]!)
    if (pictureKind(bytes) !== 'image/jpeg') continue
    const { place } = readExif(bytes)
    assert.equal(place !== undefined, cells[latitude!] !== '', cells[0])
    if (!place) continue
    places += 1
    assert.ok(Math.abs(place[0] - Number(cells[longitude!])) < 1e-7, `${cells[0]} ${place}`)
    assert.ok(Math.abs(place[1] - Number(cells[latitude!])) < 1e-7, `${cells[0]} ${place}`)
    const doubts = judged({ ...at, position: place, code: null }, bytes)
    assert.deepEqual(
      doubts.filter((doubt) => doubt !== 'exif-time'),
      [],
      cells[0],
    )
    assert.ok(judged(at, bytes.subarray(0, bytes.length * 0.6)).includes('cut-off'), cells[0])
  }
  assert.ok(places >= 9, String(places))
})
