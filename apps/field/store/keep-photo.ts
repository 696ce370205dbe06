import { concatBytes } from '../../../kernel/crypto/bytes.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { pictureDigest, withExif } from '../../../modules/fieldwork/rules/photo/exif.ts'
import { photoCode, signShot } from '../../../modules/fieldwork/rules/photo/photo-code.ts'
import { sealFile } from '../../../modules/fieldwork/rules/sealing/files.ts'
import { appendOnce } from './append-operation.ts'
import { signingDevice } from './device-key.ts'
import { fieldDatabase, type KeptPerson, type KeptPhoto } from './field-database.ts'
import { dropFile, hasFiles, keepFile } from './files/photo-files.ts'
import { readPhotoBytes } from './photo-bytes.ts'
import { whileKeeping, withRoom } from './settled-originals.ts'
import type { Shot } from './shot.ts'
import { openKeys } from './vault/open-keys.ts'

type Named = Pick<KeptPerson, 'id' | 'name'>

/** A picture with its stamp, and what is known of it. */
export type TakenPhoto = Shot & { image: Blob; thumbnail: Blob }

/** The photo did not come back from the disk as it went in. */
export class PhotoNotKept extends Error {}

/**
 * Signs a photo and keeps it. First its bytes: sealed, flushed, read back and compared (files/photo-file.worker.ts); then the row and
 * its act in one transaction flushed to the disk. Only after that may the screen say «已保存». `original`: what it was made of, as the camera
 * gave it; it goes in the same transaction.
 */
export async function keepPhoto(person: Named, taken: TakenPhoto, original?: string): Promise<void> {
  const { facts, kind, live, patchId, clock } = taken
  const { taskId, device: _, person: __, ...shot } = facts
  const thumbnail = new Uint8Array(await taken.thumbnail.arrayBuffer())
  const { parts, signature } = await signedParts(person, taken)
  const { position, accuracy, azimuth, pitch, takenAt } = shot
  await keepOriginal(
    () => concatBytes(...parts).buffer,
    ({ digest, size, bytes }) => {
      const file = { digest, size, mediaType: 'image/jpeg' }
      const more = { ...(kind && { kind }), ...(patchId && { patchId }), ...(clock && { clock }) }
      const payload = { ...file, ...shot, live, signature, ...more }
      const seen = { takenAt, position, accuracy, azimuth, pitch, kind, thumbnail }
      const photo = { ...file, taskId, bytes, receipt: null, ...seen }
      return appendOnce(person.id, { kind: 'photo.add', taskId, payload }, { photo, original })
    },
  )
}

type KeptBytes = { digest: string; size: number; bytes: 'file' | ArrayBuffer }

/**
 * Keeps an original and the row that tells of it. `make` gives its bytes, which are handed over: where the phone is full, settled originals
 * go and all of it is done once more.
 */
export const keepOriginal = (
  make: () => ArrayBuffer | Promise<ArrayBuffer>,
  write: (kept: KeptBytes) => Promise<unknown>,
): Promise<void> =>
  withRoom(() =>
    whileKeeping(async () => {
      const plain = await make()
      const size = plain.byteLength
      const { digest, bytes } = await keepBytes(plain)
      await rowed(digest, () => write({ digest, size, bytes }))
      if (bytes !== 'file') await assertKept(digest)
    }),
  )

/** In the phone's files; in the database where there are none. */
export async function keepBytes(plain: ArrayBuffer): Promise<{ digest: string; bytes: 'file' | ArrayBuffer }> {
  const { files } = openKeys()
  if (await hasFiles()) return { digest: await keepFile(plain, files), bytes: 'file' }
  const digest = sm3(new Uint8Array(plain))
  return { digest, bytes: (await sealFile(plain, files, digest)).buffer }
}

/** Writes the row of a file. Where that fails the file goes again: a full phone must not be filled with what nobody finds. */
async function rowed(digest: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const isKept = fieldDatabase().then((database) => database.getKey('photos', digest))
    if (!(await isKept.catch(() => digest))) await dropFile(digest).catch(() => undefined)
    throw error
  }
}

/** The JPEG with EXIF, and the device's signature over picture and facts that its code is made of. */
async function signedParts({ id, name }: Named, { facts, image, description }: TakenPhoto) {
  const { key } = await signingDevice(id)
  const jpeg = new Uint8Array(await image.arrayBuffer())
  const signature = await signShot({ ...facts, picture: await pictureDigest(jpeg) }, key)
  const { position, accuracy, altitude, azimuth, pitch, roll, declination } = facts
  const parts = withExif(jpeg, {
    ...{ takenAt: new Date(facts.takenAt), position, accuracy, azimuth, pitch, roll, description },
    ...(declination === undefined ? { north: 'M' as const } : { north: 'T' as const, declination }),
    ...{ person: name, code: photoCode(signature), ...(altitude !== null && { altitude }) },
  })
  return { parts, signature }
}

async function assertKept(digest: string): Promise<void> {
  const kept: KeptPhoto | undefined = await (await fieldDatabase()).get('photos', digest)
  const back = kept && (await readPhotoBytes(kept))
  if (!back || sm3(new Uint8Array(back)) !== digest) throw new PhotoNotKept(digest)
}
