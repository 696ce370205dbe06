import type { Page } from 'playwright-core'

/**
 * Camera of 12 million pixels instead of the browser's small one: a canvas that changes, as a stream. `makesPhotos`: it also hands over a
 * JPEG when asked, as the cameras of phones do; the time a camera takes for that is its own and not in it. Before the page is opened.
 */
export async function withLargeCamera(page: Page, makesPhotos: boolean): Promise<void> {
  await page.addInitScript((makesPhotos) => {
    const [width, height] = [4000, 3000]
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const made = Promise.withResolvers<Blob | null>()
    const taker = { takePhoto: () => made.promise.then((photo) => photo ?? Promise.reject(new Error('no photo'))) }
    Object.assign(globalThis, { ImageCapture: class { takePhoto = taker.takePhoto } }) // biome-ignore format: one line
    navigator.mediaDevices.getUserMedia = async () => {
      const pen = canvas.getContext('2d')!
      // Grass, not a plain wall: a picture that packs as a real one does.
      for (let y = 0; y < height; y += 8)
        for (let x = 0; x < width; x += 8) {
          pen.fillStyle = `hsl(${90 + Math.random() * 60} 45% ${25 + Math.random() * 40}%)`
          pen.fillRect(x, y, 8, 8)
        }
      const stream = canvas.captureStream(0)
      const [track] = stream.getVideoTracks() as [CanvasCaptureMediaStreamTrack]
      // A few frames and no more: to hand over twelve million pixels costs this page more than a camera costs a phone.
      for (const after of [100, 500, 1500, 3000]) setTimeout(() => track.requestFrame(), after)
      if (makesPhotos) canvas.toBlob(made.resolve, 'image/jpeg', 0.9)
      else made.resolve(null)
      void made.promise.then(() => performance.mark('camera-ready'))
      return stream
    }
  }, makesPhotos)
}

/** The camera shows all its pixels, and its photo is made. */
export const cameraReady = (page: Page) =>
  page.waitForFunction(
    () =>
      document.querySelector('video')?.videoWidth === 4000 && performance.getEntriesByName('camera-ready').length > 0,
  )

/** The page's processor made so many times slower. */
export async function slowedDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Milliseconds from the shutter to «已保存» of every photo taken on this page. */
export const shutterTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => performance.getEntriesByName('shutter-to-saved').map(({ duration }) => duration))
