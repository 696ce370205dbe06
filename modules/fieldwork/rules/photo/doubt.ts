import type { PictureDoubt } from './picture-doubts.ts'
import type { PlaceDoubt } from './plausible.ts'

/** What speaks against a photo, for who reviews it. */
export type Doubt = PlaceDoubt | PictureDoubt
