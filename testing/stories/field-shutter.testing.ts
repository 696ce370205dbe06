import type { Page } from 'playwright-core'

/**
 * Camera of 12 million pixels instead of the browser's small one: a canvas that changes, as a stream. `makesPhotos`: it also hands over a
 * JPEG when asked, as the cameras of phones do; the time a camera takes for that is its own and not in it. Before the page is opened.
 */
export async function withLargeCamera(page: Page, makesPhotos: boolean): Promise<void> {
  await page.addInitScript((makesPhotos) => {
    const [width, height] = [4000, 3000]
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    // Not a plain wall: packed at 0.9 it weighs 5 MB, as a real one does.
    const grass = () => {
      const tile = new OffscreenCanvas(512, 512)
      const ink = tile.getContext('2d')!
      const picture = ink.createImageData(512, 512)
      for (let k = 0; k < picture.data.length; k += 4) {
        const light = 45 + 50 * Math.random()
        picture.data.set([0.8 * light, 1.3 * light, 0.6 * light, 255], k)
      }
      ink.putImageData(picture, 0, 0)
      return tile
    }
    const made = Promise.withResolvers<Blob | null>()
    const taker = { takePhoto: () => made.promise.then((photo) => photo ?? Promise.reject(new Error('no photo'))) }
    Object.assign(globalThis, { ImageCapture: class { takePhoto = taker.takePhoto } }) // biome-ignore format: one line
    navigator.mediaDevices.getUserMedia = async () => {
      const pen = canvas.getContext('2d')!
      pen.fillStyle = pen.createPattern(grass(), 'repeat')!
      pen.fillRect(0, 0, width, height)
      const stream = canvas.captureStream(0)
      const [track] = stream.getVideoTracks() as [CanvasCaptureMediaStreamTrack]
      // A few frames and no more: to hand over twelve million pixels costs this page more than a camera costs a phone.
      for (const after of [100, 500, 1500, 3000]) setTimeout(() => track.requestFrame(), after)
      if (makesPhotos) canvas.toBlob(made.resolve, 'image/jpeg', 0.9)
      else made.resolve(null)
      void made.promise.then((photo) => performance.mark('camera-ready', { detail: photo?.size ?? 0 }))
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

/** Bytes of the JPEG the camera hands over. */
export const photoSize = (page: Page): Promise<number> =>
  page.evaluate(() => (performance.getEntriesByName('camera-ready')[0] as PerformanceMark).detail as number)
