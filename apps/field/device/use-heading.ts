import { useEffect, useState } from 'react'
import { attitudeOf, headingOf } from './heading.ts'

export type Heading = { azimuth: number; pitch: number; roll: number }

/** iOS tells north beside the angles and asks the user first. */
type WithCompass = DeviceOrientationEvent & { webkitCompassHeading?: number }
type AsksFirst = { requestPermission?: () => Promise<'granted' | 'denied'> }

const asksFirst = () =>
  (globalThis.DeviceOrientationEvent as unknown as AsksFirst | undefined)?.requestPermission?.bind(
    DeviceOrientationEvent,
  )

/** A phone tells it sixty times a second; nobody reads so fast, and the page has other things to do. */
const EVERY_MS = 80

/** Where the camera looks, when the phone can tell; null while it cannot. Degrees from magnetic north. */
export function useHeading(): Heading | null {
  const [heading, setHeading] = useState<Heading | null>(null)
  useEffect(() => {
    let latest: Heading | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      setHeading(latest)
    }
    const listen = (event: Event) => {
      const next = read(event as WithCompass)
      if (!next) return
      latest = next
      timer ??= setTimeout(tell, EVERY_MS)
    }
    addEventListener('deviceorientationabsolute', listen)
    addEventListener('deviceorientation', listen)
    return () => {
      clearTimeout(timer)
      removeEventListener('deviceorientationabsolute', listen)
      removeEventListener('deviceorientation', listen)
    }
  }, [])
  return heading
}

function read({ absolute, alpha, beta, gamma, webkitCompassHeading }: WithCompass): Heading | null {
  if (beta === null || gamma === null) return null
  const turned = globalThis.screen?.orientation?.angle ?? 0
  const azimuth =
    // iOS tells where the top of an upright phone's screen was before it was turned.
    webkitCompassHeading !== undefined
      ? (webkitCompassHeading + turned) % 360
      : absolute && alpha !== null
        ? headingOf(alpha, beta, gamma)
        : undefined
  if (azimuth === undefined) return null
  const { pitch, roll } = attitudeOf(beta, gamma, turned)
  return { azimuth: Math.round(azimuth * 10) / 10, pitch: Math.round(pitch), roll: Math.round(roll) }
}

/** `free`: nobody has to be asked; `wanted`: a press has to ask; `denied`: it was not allowed. */
export type CompassLeave = 'free' | 'wanted' | 'granted' | 'denied'

/**
 * Leave to use the compass, where a phone (iOS) asks for it. The press that opened the page may count as the one it takes; else `ask`,
 * called from a press, asks.
 */
export function useCompassLeave(): { leave: CompassLeave; ask: () => void } {
  const [leave, setLeave] = useState<CompassLeave>(asksFirst() ? 'wanted' : 'free')
  const ask = () =>
    void asksFirst()?.()
      .then(setLeave)
      .catch(() => setLeave('wanted'))
  useEffect(ask, [])
  return { leave, ask }
}
