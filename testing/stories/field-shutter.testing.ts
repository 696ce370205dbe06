import type { Page } from 'playwright-core'

/** Camera of 12 million pixels instead of the browser's small one: a canvas that changes, as a stream. Before the page is opened. */
export async function withLargeCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const [width, height] = [4000, 3000]
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
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
      return stream
    }
  })
}

/** The page's processor made so many times slower. */
export async function slowedDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Milliseconds from the shutter to «已保存» of every photo taken on this page. */
export const shutterTimes = (page: Page): Promise<number[]> =>
  page.evaluate(() => performance.getEntriesByName('shutter-to-saved').map(({ duration }) => duration))
