import { useEffect, useState } from 'react'
import { headingOf } from './heading.ts'

export type Heading = { azimuth: number; pitch: number; roll: number }

/** iOS tells north beside the angles and asks the user first. */
type WithCompass = DeviceOrientationEvent & { webkitCompassHeading?: number }
type AsksFirst = { requestPermission?: () => Promise<'granted' | 'denied'> }

const asksFirst = () => (globalThis.DeviceOrientationEvent as unknown as AsksFirst | undefined)?.requestPermission

/** Where the camera looks, when the phone can tell; null while it cannot. Degrees from magnetic north. */
export function useHeading(): Heading | null {
  const [heading, setHeading] = useState<Heading | null>(null)
  useEffect(() => {
    const listen = (event: Event) => {
      const next = read(event as WithCompass)
      if (next) setHeading(next)
    }
    addEventListener('deviceorientationabsolute', listen)
    addEventListener('deviceorientation', listen)
    return () => {
      removeEventListener('deviceorientationabsolute', listen)
      removeEventListener('deviceorientation', listen)
    }
  }, [])
  return heading
}

function read({ absolute, alpha, beta, gamma, webkitCompassHeading }: WithCompass): Heading | null {
  if (beta === null || gamma === null) return null
  const azimuth = webkitCompassHeading ?? (absolute && alpha !== null ? headingOf(alpha, beta, gamma) : undefined)
  if (azimuth === undefined) return null
  return { azimuth: Math.round(azimuth * 10) / 10, pitch: Math.round(beta - 90), roll: Math.round(gamma) }
}

/** To be called from a press: the compass is given only then. */
export const askForCompass = async (): Promise<void> => void (await asksFirst()?.().catch(() => 'denied'))
