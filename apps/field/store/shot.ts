import type { ShotFacts } from '../../../modules/fieldwork/rules/photo/photo-code.ts'
import type { ShotClock } from '../../../modules/fieldwork/rules/photo/real-time.ts'

/** What is known of a photo the moment it is taken. */
export type Shot = {
  facts: ShotFacts & { position: [number, number]; accuracy: number; azimuth: number; pitch: number; roll: number }
  kind: string | null
  /** taken with this page's own camera, not chosen from files */
  live: boolean
  description: string
  patchId?: string
  /** how the phone's clock stood against the server's */
  clock?: ShotClock
}

/** A photo as the camera gave it, with what is still to be stamped onto it. */
export type Capture = Shot & {
  lines: string[]
  /** which of those waiting it is, whatever the clock says */
  order?: number
}
