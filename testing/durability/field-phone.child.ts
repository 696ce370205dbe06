// A phone in a process of its own. Told by messages: where the server listens now, what to do next; says when it is done.
import { numbersFrom } from '../../bench/measure.ts'
import { type Faults, Link } from './field-link.ts'
import { Phone } from './field-phone.ts'
import type { FieldTask } from './field-site.ts'

export type Start = {
  token: string
  person: string
  seed: number
  faults: Faults
  own: FieldTask[]
  shared: FieldTask[]
}
export type Told =
  | { start: Start }
  | { origin: string | null }
  | { workUntil: number; tellAtSend: number | null }
  | { settle: true }

// What a browser has beside the database, for as long as this process lives.
const kept = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  },
})

let told = Promise.withResolvers<string>()
let phone: Phone
const say = (message: object) => process.send!(message)

async function work(until: number, tellAtSend: number | null, random: () => number): Promise<void> {
  let left = tellAtSend ?? -1
  phone.link.onSend = () => {
    if (left-- === 0) say({ sent: true })
  }
  while (phone.acts < until) await phone.round(Math.min(until - phone.acts, 1 + Math.floor(random() * 25)))
  phone.link.onSend = () => {}
  // Crashes and a full storage may leave fewer requests than were waited for: the kill then falls on what the others do.
  if (left >= 0) say({ sent: true })
  say({ worked: true })
}

async function heed(message: Told, random: () => number): Promise<void> {
  if ('origin' in message) {
    if (message.origin === null) told = Promise.withResolvers()
    else told.resolve(message.origin)
  } else if ('workUntil' in message) await work(message.workUntil, message.tellAtSend, random)
  else if ('settle' in message) {
    await phone.settle()
    say({ report: await phone.report() })
  }
}

process.once('message', async ({ start }: { start: Start }) => {
  const { token, person, seed, faults, own, shared } = start
  const random = numbersFrom(seed)
  phone = new Phone(new Link(() => told.promise, { token, random, faults }), random, { person, own, shared })
  await phone.begin()
  process.on('message', (message: Told) => {
    heed(message, random).catch((error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  })
  say({ ready: true })
})
