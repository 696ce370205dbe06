/** Degrees of the pages and metres of the layers, for modules whose pages have a map. */
export { boxInDegrees, readPlace, toDegrees, toMetres } from './rules/place.ts'
