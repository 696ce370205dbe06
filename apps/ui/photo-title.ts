import { instant } from './format.ts'
import type { useTexts } from './i18n/use-texts.ts'

type Texts = ReturnType<typeof useTexts>['t']
/** `name`: what kind of photo it is, 近景, or its number. */
type Titled = { name: string; azimuth: number | null; takenAt: Date | string | null; person: string }

/** What a photo of the field is called when it is open: its kind, where it looks, when, by whom. */
export function photoTitle({ name, azimuth, takenAt, person }: Titled, t: Texts): string {
  const look = azimuth === null ? '' : t(`photo.looks.${Math.round(azimuth / 45) % 8}`)
  return [name, look, takenAt && instant(String(takenAt)), person].filter(Boolean).join(' · ')
}
