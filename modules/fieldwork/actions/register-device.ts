import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { json } from '../../../kernel/db/database.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { deviceProblem, readDevice } from '../sync/devices.ts'

const Coordinate = Type.String({ pattern: '^[A-Za-z0-9_-]{42,44}$' })
/** The public half of an ECDSA key on P-256, as a JSON Web Key (RFC 7517). */
const PublicKey = Type.Object({
  kty: Type.Literal('EC'),
  crv: Type.Literal('P-256'),
  x: Coordinate,
  y: Coordinate,
})

/** Binds a phone to the person who works on it, by a key it cannot give away. The first key stands; the same again changes nothing. */
export const registerDevice = action({
  verb: 'fieldwork.device.register',
  input: Type.Object({
    deviceId: Type.String({ minLength: 8, maxLength: 100 }),
    name: Type.String({ maxLength: 200 }),
    publicKey: PublicKey,
    /** what the phone called itself at sign-in */
    phone: Type.Optional(Type.String({ minLength: 8, maxLength: 100 })),
  }),
  async facts({ trx, person }, { deviceId }) {
    return { device: await readDevice(trx, deviceId), person: person.id }
  },
  refuse({ device, person }, { publicKey, deviceId }) {
    const problem = deviceProblem(device, person)
    if (problem) return problem
    const { x, y } = device?.publicKey ?? publicKey
    return x === publicKey.x && y === publicKey.y
      ? undefined
      : conflict('fieldwork.device.register.other-key', { device: deviceId })
  },
  async handle({ trx, person, now }, { deviceId, name, publicKey, phone = null }) {
    await sql`insert into field_device (id, first_seen_at, last_seen_at, person, name, public_key, registered_at, phone)
      values (${deviceId}, ${now}, ${now}, ${person.id}, ${name}, ${json(publicKey)}, ${now}, ${phone})
      on conflict (id) do update set person = ${person.id}, name = ${name}, public_key = ${json(publicKey)}, last_seen_at = ${now}, phone = coalesce(excluded.phone, field_device.phone),
        registered_at = coalesce(field_device.registered_at, ${now})`.execute(trx)
    return { deviceId }
  },
  audit: ({ deviceId, name, publicKey }) => ({ subject: `device:${deviceId}`, after: { name, x: publicKey.x } }),
})
