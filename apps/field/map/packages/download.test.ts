import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bytesToFetch, type Manifest, roomFor, stepsTo } from '../../../../modules/fieldwork/packages/rules/manifest.ts'
import { memorySource } from '../../../../modules/fieldwork/packages/rules/reference/read-pages.ts'
import { Damaged, download, type Kept, type Staging, sha256 } from './download.ts'
import { sealedSource, sealOf } from './sealed-source.ts'

// Function points: SH132
const SIZE = 64

/** Files of an edition, each of blocks whose bytes are told by one number. */
type Files = Record<string, number[]>
const files = fc.dictionary(
  fc.constantFrom('DLTB', 'tiles', 'work'),
  fc.array(fc.nat(6), { minLength: 1, maxLength: 5 }),
  {
    minKeys: 1,
  },
)

const blockOf = (fill: number): Uint8Array<ArrayBuffer> => new Uint8Array(SIZE).fill(fill)

async function manifestOf(made: Files): Promise<Manifest> {
  const parts = await Promise.all(
    Object.entries(made).map(async ([name, fills]) => ({
      ...{ name, kind: 'reference' as const, size: SIZE * fills.length, sha256: '' },
      blocks: await Promise.all(
        fills.map(async (fill) => ({ size: SIZE, sha256: await sha256(blockOf(fill)), digest: '' })),
      ),
    })),
  )
  return { format: 1, id: 'new', title: '城关镇', box: [107, 32, 108, 33], ground: [], madeAt: '', parts }
}

/** A disk in memory: what was written stays, whatever is thrown. */
function disk(): Staging & { bytes(part: string): Uint8Array } {
  const parts = new Map<string, Uint8Array<ArrayBuffer>>()
  const held = (part: string) => parts.get(part) ?? new Uint8Array()
  return {
    bytes: held,
    read: async (part, at, length) => held(part).slice(at, at + length),
    async write(part, at, bytes) {
      const grown = new Uint8Array(Math.max(held(part).length, at + bytes.length))
      grown.set(held(part))
      grown.set(bytes, at)
      parts.set(part, grown)
    },
    flush: async () => undefined,
  }
}

async function keptOf(made: Files): Promise<Kept> {
  const old = disk()
  for (const [name, fills] of Object.entries(made))
    for (const [k, fill] of fills.entries()) await old.write(name, k * SIZE, blockOf(fill))
  return { manifest: await manifestOf(made), read: old.read }
}

test('over a link that is cut again and again the package is whole in the end, and no more than a block a cut comes twice', () =>
  fc.assert(
    fc.asyncProperty(files, fc.option(files), fc.infiniteStream(fc.boolean()), async (wanted, before, cuts) => {
      const manifest = await manifestOf(wanted)
      const kept = before && (await keptOf(before))
      const staging = disk()
      let asked = 0
      let cut = 0
      const fetchBlock = async (part: string, block: number) => {
        asked++
        if (cut < 40 && cuts.next().value) {
          cut++
          throw new Error('the link broke')
        }
        return blockOf(wanted[part]![block]!)
      }
      for (let isWhole = false; !isWhole; )
        isWhole = await download({ manifest, kept, staging, fetchBlock }).then(
          () => true,
          () => false,
        )
      for (const [name, fills] of Object.entries(wanted))
        assert.deepEqual(staging.bytes(name), Uint8Array.from(fills.flatMap((fill) => [...blockOf(fill)])))
      assert.ok((asked - cut) * SIZE <= bytesToFetch(stepsTo(manifest, kept?.manifest ?? null)))
    }),
    { numRuns: 80 },
  ))

test('a block that is not what was promised is not taken, and asked for again', async () => {
  const manifest = await manifestOf({ DLTB: [1, 2, 3] })
  const staging = disk()
  const fetchBlock = async (_: string, block: number) => blockOf(block === 1 ? 9 : block + 1)
  await assert.rejects(download({ manifest, kept: null, staging, fetchBlock }), Damaged)
  const { fetched } = await download({
    manifest,
    kept: null,
    staging,
    fetchBlock: async (_, block) => blockOf(block + 1),
  })
  assert.equal(fetched, 2 * SIZE)
})

test('a damaged block of the kept edition is fetched, not copied; the kept one is left alone', async () => {
  const kept = await keptOf({ DLTB: [1, 2] })
  const manifest = await manifestOf({ DLTB: [1, 2] })
  const spoilt: Kept = {
    ...kept,
    read: async (part, at, length) => (at === 0 ? blockOf(7) : kept.read(part, at, length)),
  }
  const { fetched } = await download({
    manifest,
    kept: spoilt,
    staging: disk(),
    fetchBlock: async (_, k) => blockOf(k + 1),
  })
  assert.equal(fetched, SIZE)
})

test('the same edition again needs nothing from the server, and two and a half times its size free', async () => {
  const manifest = await manifestOf({ DLTB: [1, 2], tiles: [3] })
  const nothing = () => assert.fail('nothing is fetched')
  const kept = await keptOf({ DLTB: [1, 2], tiles: [3] })
  assert.equal((await download({ manifest, kept, staging: disk(), fetchBlock: nothing })).fetched, 0)
  assert.equal(roomFor(manifest), 7.5 * SIZE)
})

test('what lies sealed on the disk is read from any place, and is not to be read without the key', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 300 }),
      fc.nat(299),
      fc.nat(60),
      async (plain, from, many) => {
        const key = crypto.getRandomValues(new Uint8Array(32))
        const seal = await sealOf(key, 3)
        const sealed = await seal.seal(0, Uint8Array.from(plain))
        const at = from % plain.length
        const length = Math.min(many, plain.length - at)
        const source = sealedSource(new Blob([sealed]), seal)
        assert.deepEqual(await source.read(at, length), await memorySource(Uint8Array.from(plain)).read(at, length))
        if (plain.length > 30) assert.notDeepEqual(sealed, Uint8Array.from(plain))
      },
    ),
    { numRuns: 60 },
  ))
