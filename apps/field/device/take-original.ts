/** The part of ImageCapture (W3C mediacapture-image) that is used; iPhones have it from iOS 18.4, Firefox not at all. */
type Taker = { takePhoto(): Promise<Blob> }
declare const ImageCapture: (new (track: MediaStreamTrack) => Taker) | undefined

/** Milliseconds: who has not got a picture by then takes what the screen shows. */
const TOO_LONG = 3000

/** Cameras that cannot: nobody waits for them again. */
const unable = new WeakSet<MediaStreamTrack>()

/** A photo as the camera itself makes it, at its own size; null where it makes none, or no JPEG. */
export async function takeOriginal(stream: MediaStream): Promise<Uint8Array<ArrayBuffer> | null> {
  const [track] = stream.getVideoTracks()
  if (typeof ImageCapture === 'undefined' || !track || unable.has(track)) return null
  const taken = new ImageCapture(track).takePhoto().catch(() => null)
  const blob = await Promise.race([taken, after(TOO_LONG)])
  const bytes = blob && new Uint8Array(await blob.arrayBuffer())
  if (bytes && bytes[0] === 0xff && bytes[1] === 0xd8) return bytes
  unable.add(track)
  return null
}

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))
