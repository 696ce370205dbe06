import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { pictureDigest, withExif } from '../../../modules/fieldwork/rules/photo/exif.ts'
import { photoCode, type ShotFacts, signShot } from '../../../modules/fieldwork/rules/photo/photo-code.ts'
import { appendOperation } from './append-operation.ts'
import { signingDevice } from './device-key.ts'
import { fieldDatabase, type KeptPerson } from './field-database.ts'

/** A picture with its stamp, and what is known of it. */
export type TakenPhoto = {
  facts: ShotFacts & { position: [number, number]; accuracy: number; azimuth: number; pitch: number; roll: number }
  image: Blob
  thumbnail: Blob
  kind: string | null
  /** taken with this page's own camera, not chosen from files */
  live: boolean
  description: string
  patchId?: string
}

/** The photo did not come back from the disk as it went in. */
export class PhotoNotKept extends Error {}

/** Signs a photo, keeps it with its act and reads it back: only after that may the screen say «已保存». */
export async function keepPhoto(person: KeptPerson, taken: TakenPhoto): Promise<void> {
  const { facts, kind, live, patchId, thumbnail } = taken
  const { taskId, device: _, person: __, ...shot } = facts
  const { bytes, signature } = await signedBytes(person, taken)
  const digest = sm3(new Uint8Array(bytes))
  const file = { digest, size: bytes.byteLength, mediaType: 'image/jpeg' }
  const payload = { ...file, ...shot, live, signature, ...(kind && { kind }), ...(patchId && { patchId }) }
  const { position, accuracy, azimuth, pitch, takenAt } = shot
  const photo = { ...file, taskId, bytes, receipt: null, takenAt, position, accuracy, azimuth, pitch, kind, thumbnail }
  await appendOperation(person.id, { kind: 'photo.add', taskId, payload }, { photo })
  await assertKept(digest, bytes)
}

/** The JPEG with EXIF, and the device's signature over picture and facts that its code is made of. */
async function signedBytes({ id, name }: KeptPerson, { facts, image, description }: TakenPhoto) {
  const { key } = await signingDevice(id)
  const jpeg = new Uint8Array(await image.arrayBuffer())
  const signature = await signShot({ ...facts, picture: await pictureDigest(jpeg) }, key)
  const { position, accuracy, altitude, azimuth, pitch, roll } = facts
  const parts = withExif(jpeg, {
    ...{ takenAt: new Date(facts.takenAt), position, accuracy, azimuth, pitch, roll, description },
    // What phones tell is magnetic; nobody has corrected it.
    ...{ north: 'M' as const, person: name, code: photoCode(signature), ...(altitude !== null && { altitude }) },
  })
  return { bytes: await new Blob(parts as BlobPart[]).arrayBuffer(), signature }
}

async function assertKept(digest: string, bytes: ArrayBuffer): Promise<void> {
  const kept = await (await fieldDatabase()).get('photos', digest)
  if (!kept?.bytes || !sameBytes(kept.bytes, bytes)) throw new PhotoNotKept(digest)
}

function sameBytes(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(a), new Uint8Array(b)]
  return left.length === right.length && left.every((byte, k) => byte === right[k])
}
