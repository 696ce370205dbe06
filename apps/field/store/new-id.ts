import { uuidv7 } from '../../../kernel/crypto/uuid.ts'

/** An identifier made on this phone; it sorts by time. */
export const newId = () => uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
