const around = (degrees: number) => (Math.round((((degrees % 360) + 360) % 360) * 10) / 10) % 360

/** 方位角 from true north of what a compass tells, and back; degrees, to a tenth. Declination: east positive. */
export const trueOf = (magnetic: number, declination: number): number => around(magnetic + declination)
export const magneticOf = (azimuth: number, declination: number): number => around(azimuth - declination)
