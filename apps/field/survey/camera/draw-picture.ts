/** 2–10 million pixels are asked for (GB/T 37149—2018 附录D); more costs the link and shows nothing more. */
const MOST_PIXELS = 10_000_000
/** JPEG quality at which numbers on a plate can still be read and 10 million pixels weigh 2–4 MB. */
const QUALITY = 0.88
const THUMBNAIL_WIDTH = 240

type Canvas = OffscreenCanvas | HTMLCanvasElement
type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D
export type Picture = { image: Blob; thumbnail: Blob }

/** The size a picture is kept at: its own, unless that is more than may be. */
export function fittingSize(width: number, height: number): [width: number, height: number] {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)))
  return [Math.floor(width * scale), Math.floor(height * scale)]
}

/** A JPEG of what the camera shows with lines of text at its foot (水印), and a small one for lists. Runs in a worker or on the page. */
export async function drawPicture(source: Drawn, lines: string[]): Promise<Picture> {
  const [width, height] = fittingSize(...sizeOf(source))
  const canvas = newCanvas(width, height)
  const pen = penOf(canvas)
  pen.drawImage(source, 0, 0, width, height)
  stamp(pen, width, height, lines)
  const small = newCanvas(THUMBNAIL_WIDTH, Math.max(1, Math.round((height / width) * THUMBNAIL_WIDTH)))
  penOf(small).drawImage(canvas, 0, 0, small.width, small.height)
  const [image, thumbnail] = await Promise.all([jpegOf(canvas, QUALITY), jpegOf(small, 0.75)])
  return { image, thumbnail }
}

type Drawn = HTMLVideoElement | ImageBitmap | VideoFrame

function sizeOf(source: Drawn): [width: number, height: number] {
  if ('videoWidth' in source) return [source.videoWidth, source.videoHeight]
  return 'displayWidth' in source ? [source.displayWidth, source.displayHeight] : [source.width, source.height]
}

const newCanvas = (width: number, height: number): Canvas =>
  typeof OffscreenCanvas === 'undefined'
    ? Object.assign(document.createElement('canvas'), { width, height })
    : new OffscreenCanvas(width, height)

const penOf = (canvas: Canvas) => canvas.getContext('2d', { alpha: false }) as Pen

/** White on a dark band, as high as the lines need: readable on snow and in the shade. */
function stamp(pen: Pen, width: number, height: number, lines: string[]): void {
  const em = Math.max(14, Math.round(width / 64))
  const top = height - em * (1.4 * lines.length + 0.6)
  pen.fillStyle = 'rgba(10, 25, 45, 0.62)'
  pen.fillRect(0, top, width, height - top)
  pen.fillStyle = '#fff'
  pen.font = `${em}px system-ui, sans-serif`
  pen.textBaseline = 'top'
  for (const [k, line] of lines.entries()) pen.fillText(line, em, top + em * (0.5 + 1.4 * k), width - 2 * em)
}

function jpegOf(canvas: Canvas, quality: number): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality })
  const { promise, resolve, reject } = Promise.withResolvers<Blob>()
  canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality)
  return promise
}
