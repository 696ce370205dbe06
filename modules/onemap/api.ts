/** Degrees of the pages and metres of the layers, for modules whose pages have a map. */
export { boxInDegrees, toDegrees, toMetres } from './rules/place.ts'
