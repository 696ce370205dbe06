import { appendOnce } from './append-operation.ts'
import { keepOriginal } from './keep-photo.ts'

/** A file chosen for a form, kept like a photo: sealed and read back first, then with its act; its bytes go before the form that names it. */
export async function keepFormFile(
  person: string,
  taskId: string,
  file: File,
): Promise<{ digest: string; size: number }> {
  const mediaType = /^[a-z]+\/[a-z0-9.+-]+$/.test(file.type) ? file.type : 'application/octet-stream'
  const nowhere = { position: null, accuracy: null, azimuth: null, pitch: null, kind: null }
  const shown = { ...nowhere, takenAt: new Date().toISOString(), thumbnail: new Uint8Array() }
  let digest = ''
  await keepOriginal(
    () => file.arrayBuffer(),
    ({ bytes, ...kept }) => {
      digest = kept.digest
      const about = { ...kept, mediaType }
      const photo = { ...about, ...shown, taskId, bytes, receipt: null }
      const payload = { ...about, name: file.name.slice(0, 200) }
      return appendOnce(person, { kind: 'file.add', taskId, payload }, { photo })
    },
  )
  return { digest, size: file.size }
}
