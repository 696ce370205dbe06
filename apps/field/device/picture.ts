/** 2–10 million pixels are asked for (GB/T 37149—2018 附录D); more costs the link and shows nothing more. */
const MOST_PIXELS = 10_000_000
const QUALITY = 0.88

/** The size a picture is kept at: its own, unless that is more than may be. */
export function fittingSize(width: number, height: number): [width: number, height: number] {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)))
  return [Math.floor(width * scale), Math.floor(height * scale)]
}

/** A JPEG of what the camera shows, with lines of text at its foot (水印). */
export function stampedPicture(source: CanvasImageSource, size: [number, number], lines: string[]): Promise<Blob> {
  const [width, height] = fittingSize(...size)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')!
  pen.drawImage(source, 0, 0, width, height)
  stamp(pen, lines)
  return jpegOf(canvas, QUALITY)
}

/** White on a dark band, as high as the lines need: readable on snow and in the shade. */
function stamp(pen: CanvasRenderingContext2D, lines: string[]): void {
  const { width, height } = pen.canvas
  const em = Math.max(14, Math.round(width / 64))
  const top = height - em * (1.4 * lines.length + 0.6)
  pen.fillStyle = 'rgba(10, 25, 45, 0.62)'
  pen.fillRect(0, top, width, height - top)
  pen.fillStyle = '#fff'
  pen.font = `${em}px system-ui, sans-serif`
  pen.textBaseline = 'top'
  lines.forEach((line, k) => {
    pen.fillText(line, em, top + em * (0.5 + 1.4 * k), width - 2 * em)
  })
}

/** A small picture for lists: 240 px wide. */
export async function thumbnailOf(image: Blob): Promise<Blob> {
  const picture = await createImageBitmap(image, { resizeWidth: 240 })
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height })
  canvas.getContext('2d')!.drawImage(picture, 0, 0)
  picture.close()
  return jpegOf(canvas, 0.75)
}

function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  const { promise, resolve, reject } = Promise.withResolvers<Blob>()
  canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality)
  return promise
}
