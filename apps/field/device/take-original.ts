type Range = { max: number }
type Size = { imageWidth: number; imageHeight: number }
/** The part of ImageCapture (W3C mediacapture-image) that is used; iPhones have it from iOS 18.4, Firefox not at all. */
type Taker = {
  takePhoto(size?: Size): Promise<Blob>
  getPhotoCapabilities?(): Promise<{ imageWidth?: Range; imageHeight?: Range }>
}
declare const ImageCapture: (new (track: MediaStreamTrack) => Taker) | undefined

/** Milliseconds: who has not got a picture by then takes what the screen shows. */
const TOO_LONG = 3000
/** Pixels: cameras of fifty million are asked for less, which no phone has the memory to stamp. */
const MOST = 13_000_000

/** Cameras that cannot: nobody waits for them again. */
const unable = new WeakSet<MediaStreamTrack>()
const sizes = new WeakMap<MediaStreamTrack, Promise<Size | undefined>>()

/** A photo as the camera itself makes it; null where it makes none, or no JPEG. */
export async function takeOriginal(stream: MediaStream): Promise<Uint8Array<ArrayBuffer> | null> {
  const [track] = stream.getVideoTracks()
  if (typeof ImageCapture === 'undefined' || !track || unable.has(track)) return null
  const taken = photoOf(track, new ImageCapture(track)).catch(() => null)
  const blob = await Promise.race([taken, after(TOO_LONG)])
  const bytes = blob && new Uint8Array(await blob.arrayBuffer())
  if (bytes && bytes[0] === 0xff && bytes[1] === 0xd8) return bytes
  unable.add(track)
  return null
}

async function photoOf(track: MediaStreamTrack, taker: Taker): Promise<Blob> {
  const size = sizes.get(track) ?? sizeFor(taker)
  sizes.set(track, size)
  return taker.takePhoto(await size)
}

/** Undefined: the camera's own size will do. */
async function sizeFor(taker: Taker): Promise<Size | undefined> {
  const told = await taker.getPhotoCapabilities?.()
  const [width, height] = [told?.imageWidth?.max ?? 0, told?.imageHeight?.max ?? 0]
  if (width * height <= MOST) return undefined
  const scale = Math.sqrt(MOST / (width * height))
  return { imageWidth: Math.floor(width * scale), imageHeight: Math.floor(height * scale) }
}

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(() => resolve(null), ms))
