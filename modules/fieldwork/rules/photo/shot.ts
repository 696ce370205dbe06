import type { Position } from '../../../../kernel/geometry/types.ts'

/** A photo as it was taken: all that its EXIF, its name, its attributes and its code are made of. */
export type Shot = {
  takenAt: Date
  /** CGCS2000 longitude and latitude, degrees; WGS 84 within what a phone can measure */
  position: Position
  /** m, 68 % */
  accuracy: number
  /** m above the ellipsoid */
  altitude?: number
  /** degrees from north, 0 … 360, where the camera looks */
  azimuth: number
  /** T: true north, M: magnetic north (EXIF letters; GB/T 37149 writes G for magnetic) */
  north: 'T' | 'M'
  /** degrees, east positive; with it the azimuth is from true north, and the compass told so much less */
  declination?: number
  /** degrees: up is positive; turned to the right is positive */
  pitch: number
  roll: number
  /** mm, as if on 35 mm film */
  focalLength?: number
  /** name of who took it */
  person: string
  description?: string
  /** the code the server can verify (`photo-code.ts`) */
  code: string
}
