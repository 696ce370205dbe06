/** Stored passwords, servers only: PBKDF2 (RFC 8018 §5.2, GM/T 0091-2020) with HMAC-SM3. Never reversible. */
import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)
const ITERATIONS = 120_000
const SALT = 16
const LENGTH = 32

/** `pbkdf2-sm3$iterations$salt$key`, the last two in base64url. Runs off the main thread, about 70 ms. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT)
  const key = await keyOf(password, salt, ITERATIONS)
  return ['pbkdf2-sm3', ITERATIONS, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** An unknown person (`stored` undefined) takes as long as a known one, so that names cannot be found out by timing. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const parts = parse(stored)
  const key = await keyOf(password, parts?.salt ?? Buffer.alloc(SALT), parts?.iterations ?? ITERATIONS)
  return parts !== undefined && timingSafeEqual(key, parts.key)
}

/** True when the stored form is weaker than today's: hash again at the next successful sign-in. */
export function isPasswordOutdated(stored: string): boolean {
  return (parse(stored)?.iterations ?? 0) < ITERATIONS
}

/** The same characters typed on another keyboard (full width, composed accents) are the same password. */
const keyOf = (password: string, salt: Buffer, iterations: number): Promise<Buffer> =>
  derive(password.normalize('NFKC'), salt, iterations, LENGTH, 'sm3')

function parse(stored: string | undefined): { iterations: number; salt: Buffer; key: Buffer } | undefined {
  const [scheme, iterations, salt, key] = stored?.split('$') ?? []
  if (scheme !== 'pbkdf2-sm3' || !iterations || !salt || !key) return undefined
  const parts = {
    iterations: Number(iterations),
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
  return Number.isInteger(parts.iterations) && parts.iterations > 0 && parts.key.length === LENGTH ? parts : undefined
}
