/** The only door for other modules. */
export { isArea } from './filing-facts.ts'
