import type { Shot } from './shot.ts'

const two = (value: number, length = 2) => String(value).padStart(length, '0')

/**
 * 照片名 of 32 characters (GB/T 37149—2018 附录D): kind, Beijing time to the second, longitude and latitude in degrees, minutes
 * and seconds, azimuth. Seconds and degrees are rounded; 360° is written 000.
 * @param kind two letters: OP
 */
export function photoName({ takenAt, position: [longitude, latitude], azimuth }: Shot, kind = 'OP'): string {
  const local = new Date(takenAt.getTime() + 8 * 3_600_000).toISOString()
  const time = local.slice(0, 19).replace(/\D/g, '')
  return `${kind}${time}${arc(longitude, 3)}${arc(latitude, 2)}${two(((Math.round(azimuth) % 360) + 360) % 360, 3)}`
}

function arc(angle: number, digits: number): string {
  const seconds = Math.round(Math.abs(angle) * 3600)
  return two(Math.floor(seconds / 3600), digits) + two(Math.floor(seconds / 60) % 60) + two(seconds % 60)
}

/** A hand's tremble: from this many degrees on pitch and roll have to be stated (附录D). */
const LEVEL = 10

/**
 * The attributes of a photo by the short names that 《遥感影像解译样本数据技术规定》 gives them. What a web page cannot know
 * (satellites, accuracy of the azimuth) is empty, not guessed.
 * @param distance m to what is shown; stated when it is more than 200 m
 */
export function photoAttributes(shot: Shot, { id, distance }: { id: string; distance?: number }) {
  const [longitude, latitude] = shot.position
  const local = new Date(shot.takenAt.getTime() + 8 * 3_600_000).toISOString()
  return {
    ...{ PHID: id, FILE: photoName(shot), PHTM: `${local.slice(0, 19)}+08:00` },
    ...{ LONG: longitude.toFixed(8), LAT: latitude.toFixed(8), DOP: shot.accuracy.toFixed(1) },
    ...{ ALT: shot.altitude?.toFixed(1) ?? '', MMODE: 'GNSS', SAT: '' },
    ...{ AZIM: shot.azimuth.toFixed(1), AZIMR: shot.north === 'M' ? 'G' : 'T', AZIMP: '' },
    DIST: distance !== undefined && distance > 200 ? distance.toFixed(0) : '',
    TILT: Math.abs(shot.pitch) > LEVEL ? shot.pitch.toFixed(1) : '',
    ROLL: Math.abs(shot.roll) > LEVEL ? shot.roll.toFixed(1) : '',
    ...{ CC: '', REMARK: shot.description ?? '', CREATOR: shot.person, FOCAL: shot.focalLength?.toFixed(0) ?? '' },
  }
}
