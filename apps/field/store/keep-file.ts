import { appendOperation } from './append-operation.ts'
import { keepBytes, rowed } from './keep-photo.ts'

/** A file chosen for a form, kept like a photo: sealed and read back first, then with its act; its bytes go before the form that names it. */
export async function keepFormFile(
  person: string,
  taskId: string,
  file: File,
): Promise<{ digest: string; size: number }> {
  const { digest, bytes } = await keepBytes(await file.arrayBuffer())
  const mediaType = /^[a-z]+\/[a-z0-9.+-]+$/.test(file.type) ? file.type : 'application/octet-stream'
  const about = { digest, size: file.size, mediaType }
  const nowhere = { position: null, accuracy: null, azimuth: null, pitch: null, kind: null }
  const photo = {
    ...about,
    ...nowhere,
    taskId,
    bytes,
    receipt: null,
    takenAt: new Date().toISOString(),
    thumbnail: new Uint8Array(),
  }
  const payload = { ...about, name: file.name.slice(0, 200) }
  await rowed(digest, () => appendOperation(person, { kind: 'file.add', taskId, payload }, { photo }))
  return { digest, size: file.size }
}
