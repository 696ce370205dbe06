import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { appendOperation } from './append-operation.ts'
import { fieldDatabase } from './field-database.ts'

export type TakenPhoto = {
  taskId: string
  image: Blob
  thumbnail: Blob
  takenAt: Date
  position: [number, number] | null
  accuracy: number | null
  azimuth: number | null
  pitch: number | null
  roll: number | null
  patchId?: string
}

/** The photo did not come back from the disk as it went in. */
export class PhotoNotKept extends Error {}

/** Keeps a photo with its act, reads it back and hashes it again: only after that may the screen say «已保存». */
export async function keepPhoto(person: string, taken: TakenPhoto): Promise<void> {
  const { taskId, image, thumbnail, position, accuracy, azimuth, pitch, roll, patchId } = taken
  const bytes = await image.arrayBuffer()
  const digest = sm3(new Uint8Array(bytes))
  const takenAt = taken.takenAt.toISOString()
  const mediaType = image.type || 'image/jpeg'
  const size = bytes.byteLength
  const payload = {
    digest,
    size,
    mediaType,
    takenAt,
    position,
    accuracy,
    azimuth,
    pitch,
    roll,
    ...(patchId && { patchId }),
  }
  const photo = {
    digest,
    taskId,
    bytes,
    size,
    mediaType,
    receipt: null,
    takenAt,
    position,
    accuracy,
    azimuth,
    pitch,
    thumbnail,
  }
  await appendOperation(person, { kind: 'photo.add', taskId, payload }, { photo })
  await assertKept(digest)
}

async function assertKept(digest: string): Promise<void> {
  const kept = await (await fieldDatabase()).get('photos', digest)
  if (!kept?.bytes || sm3(new Uint8Array(kept.bytes)) !== digest) throw new PhotoNotKept(digest)
}
