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

/**
 * How far the camera at the back looks up (positive) or down, and how far the picture is turned clockwise out of the level, degrees.
 * `turned`: the angle of the screen (0, 90, 180, 270), so that a phone held across counts as level too. By the vectors themselves:
 * of a phone held upright the angles of the device alone tell nothing of its roll.
 */
export function attitudeOf(beta: number, gamma: number, turned: number): { pitch: number; roll: number } {
  const [x, y, screen] = [beta * RADIANS, gamma * RADIANS, turned * RADIANS]
  // How far each axis of the device (right, top, out of the screen) points upwards.
  const [right, top, out] = [-Math.cos(x) * Math.sin(y), Math.sin(x), Math.cos(x) * Math.cos(y)]
  const across = Math.cos(screen) * right - Math.sin(screen) * top
  const along = Math.sin(screen) * right + Math.cos(screen) * top
  return { pitch: Math.asin(-out) / RADIANS, roll: Math.atan2(-across, along) / RADIANS }
}
