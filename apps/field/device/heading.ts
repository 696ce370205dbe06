const RADIANS = Math.PI / 180

/**
 * Where the camera at the back of a device looks, degrees clockwise from north, from the angles of the device (W3C
 * DeviceOrientation §worked example: the vector out of the back of the screen, turned by Z-X'-Y'' angles).
 * Undefined when it looks straight up or down.
 */
export function headingOf(alpha: number, beta: number, gamma: number): number | undefined {
  const [z, x, y] = [alpha * RADIANS, beta * RADIANS, gamma * RADIANS]
  const east = -Math.cos(z) * Math.sin(y) - Math.sin(z) * Math.sin(x) * Math.cos(y)
  const north = -Math.sin(z) * Math.sin(y) + Math.cos(z) * Math.sin(x) * Math.cos(y)
  if (Math.hypot(east, north) < 0.1) return undefined
  return (Math.atan2(east, north) / RADIANS + 360) % 360
}
