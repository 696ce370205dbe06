import { randomBytes } from 'node:crypto'
import { uuidv7 } from '../crypto/uuid.ts'

/** A new identifier that sorts by time. */
export const newId = (): string => uuidv7(Date.now(), randomBytes(10))
