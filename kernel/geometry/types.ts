/** x = easting, y = northing in metres; or longitude, latitude in degrees where a name says so. */
export type Position = [x: number, y: number]

/** A closed ring: the first position is repeated as the last. */
export type Ring = Position[]

/** Outer ring first, then holes. */
export type Polygon = Ring[]

export type MultiPolygon = Polygon[]

/** minX, minY, maxX, maxY */
export type Box = [minX: number, minY: number, maxX: number, maxY: number]
