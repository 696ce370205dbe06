import { concatBytes } from '../../../kernel/crypto/bytes.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { pictureDigest, withExif } from '../../../modules/fieldwork/rules/photo/exif.ts'
import { photoCode, signShot } from '../../../modules/fieldwork/rules/photo/photo-code.ts'
import { sealFile } from '../../../modules/fieldwork/rules/sealing/files.ts'
import { appendOperation } from './append-operation.ts'
import { signingDevice } from './device-key.ts'
import { fieldDatabase, type KeptPerson, type KeptPhoto } from './field-database.ts'
import { dropFile, hasFiles, keepFile } from './files/photo-files.ts'
import { readPhotoBytes } from './photo-bytes.ts'
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
  const signed = await signedBytes(person, taken)
  const { signature } = signed
  const size = signed.bytes.byteLength
  const { digest, bytes } = await keepBytes(signed.bytes)
  const file = { digest, size, mediaType: 'image/jpeg' }
  const payload = {
    ...file,
    ...shot,
    live,
    signature,
    ...(kind && { kind }),
    ...(patchId && { patchId }),
    ...(clock && { clock }),
  }
  const { position, accuracy, azimuth, pitch, takenAt } = shot
  const photo = { ...file, taskId, bytes, receipt: null, takenAt, position, accuracy, azimuth, pitch, kind, thumbnail }
  await rowed(digest, () => appendOperation(person.id, { kind: 'photo.add', taskId, payload }, { photo, original }))
  if (bytes !== 'file') await assertKept(digest)
}

/** In the phone's files; in the database where there are none. */
export async function keepBytes(plain: ArrayBuffer): Promise<{ digest: string; bytes: 'file' | ArrayBuffer }> {
  const { files } = openKeys()
  if (await hasFiles()) return { digest: await keepFile(plain, files), bytes: 'file' }
  const digest = sm3(new Uint8Array(plain))
  return { digest, bytes: (await sealFile(plain, files, digest)).buffer }
}

/** Writes the row of a file. Where that fails the file goes again: a full phone must not be filled with what nobody finds. */
export async function rowed<T>(digest: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const isKept = fieldDatabase().then((database) => database.getKey('photos', digest))
    if (!(await isKept.catch(() => digest))) await dropFile(digest).catch(() => undefined)
    throw error
  }
}

/** The JPEG with EXIF, and the device's signature over picture and facts that its code is made of. */
async function signedBytes({ id, name }: Named, { facts, image, description }: TakenPhoto) {
  const { key } = await signingDevice(id)
  const jpeg = new Uint8Array(await image.arrayBuffer())
  const signature = await signShot({ ...facts, picture: await pictureDigest(jpeg) }, key)
  const { position, accuracy, altitude, azimuth, pitch, roll, declination } = facts
  const parts = withExif(jpeg, {
    ...{ takenAt: new Date(facts.takenAt), position, accuracy, azimuth, pitch, roll, description },
    ...(declination === undefined ? { north: 'M' as const } : { north: 'T' as const, declination }),
    ...{ person: name, code: photoCode(signature), ...(altitude !== null && { altitude }) },
  })
  return { bytes: concatBytes(...parts).buffer, signature }
}

export async function assertKept(digest: string): Promise<void> {
  const kept: KeptPhoto | undefined = await (await fieldDatabase()).get('photos', digest)
  const back = kept && (await readPhotoBytes(kept))
  if (!back || sm3(new Uint8Array(back)) !== digest) throw new PhotoNotKept(digest)
}
