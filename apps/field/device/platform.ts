import { askToBeWoken, onWoken } from '../sync/background.ts'

/** What a position is told by: the browser's own, or that of a receiver a shell speaks to (RTK). */
export type PositionSource = Pick<Geolocation, 'watchPosition' | 'clearWatch'>

/**
 * Where the page ends and the phone begins. In a browser these are the web's own means; a shell (Capacitor) sets
 * `globalThis.yutuPlatform` before the page starts, with those it can do better (README.md says which).
 */
export type Platform = {
  /** null: there is none */
  positions: PositionSource | null
  /** The camera at the back, as a live picture. */
  openCamera(wanted: MediaTrackConstraints): Promise<MediaStream>
  /** Unsent work is there: to be sent, or the page to be woken, when there is a network. */
  sendLater(): Promise<void>
  /** Calls when something asks to send or to look for news: the browser's wake-up, a maker's push. Gives what ends it. */
  onWake(wake: () => void): () => void
}

const web: Platform = {
  positions: globalThis.navigator?.geolocation ?? null,
  openCamera: (video) => navigator.mediaDevices.getUserMedia({ video }),
  sendLater: askToBeWoken,
  onWake: onWoken,
}

export const platform = (): Platform => ({
  ...web,
  ...(globalThis as { yutuPlatform?: Partial<Platform> }).yutuPlatform,
})
