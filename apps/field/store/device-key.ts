import { newDeviceKey } from '../../../modules/fieldwork/rules/photo/photo-code.ts'
import { call } from '../../ui/api.ts'
import { phoneId } from '../home/phone-id.ts'
import { fieldDatabase, type KeptDevice } from './field-database.ts'
import { newId } from './new-id.ts'

export type SigningDevice = KeptDevice & { key: CryptoKey; publicKey: JsonWebKey }

/** This person's chain and key on this phone, made when first needed. The key cannot be read out of the browser. */
export async function signingDevice(person: string): Promise<SigningDevice> {
  const database = await fieldDatabase()
  const known = await database.get('devices', person)
  if (isSigning(known)) return known
  const made = await newDeviceKey()
  const work = database.transaction('devices', 'readwrite', { durability: 'strict' })
  // Another tab may have been quicker.
  const now = await work.store.get(person)
  const device = isSigning(now) ? now : { ...(now ?? newDevice(person)), ...made }
  await work.store.put(device)
  await work.done
  return device
}

export const newDevice = (person: string): KeptDevice => ({ person, id: newId(), sequence: 0, hash: '' })

/** The server does not know this phone any more: it was restored from an older backup. */
export async function registerAgain(person: string): Promise<void> {
  const work = (await fieldDatabase()).transaction('devices', 'readwrite', { durability: 'strict' })
  const now = await work.store.get(person)
  if (now) await work.store.put({ ...now, isRegistered: false })
  await work.done
  await registerDevice(person)
}

const isSigning = (device: KeptDevice | undefined): device is SigningDevice =>
  device?.key !== undefined && device.publicKey !== undefined

/** Tells the server the key, once. Throws ProblemError. */
export async function registerDevice(person: string): Promise<void> {
  const device = await signingDevice(person)
  if (device.isRegistered) return
  const { kty, crv, x, y } = device.publicKey
  const name = navigator.userAgent.slice(0, 200)
  await call('fieldwork.device.register', {
    ...{ deviceId: device.id, name, phone: phoneId() },
    publicKey: { kty, crv, x, y },
  })
  const database = await fieldDatabase()
  const work = database.transaction('devices', 'readwrite', { durability: 'strict' })
  const now = await work.store.get(person)
  if (now) await work.store.put({ ...now, isRegistered: true })
  await work.done
}
