import { createHash } from 'node:crypto'

// For tests only. SM2 signatures (GB/T 32918.2—2016 §7) as a stranger would check them, from the standard alone.
const P = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF')
const A = P - 3n
const B = BigInt('0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93')
const N = BigInt('0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123')
const G = {
  x: BigInt('0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7'),
  y: BigInt('0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0'),
}

type Point = { x: bigint; y: bigint } | null
const mod = (value: bigint, m: bigint) => ((value % m) + m) % m

function inverse(value: bigint, m: bigint): bigint {
  let [a, b, x, y] = [mod(value, m), m, 1n, 0n]
  while (a > 1n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y]
  return mod(x, m)
}

function add(one: Point, other: Point): Point {
  if (!one || !other) return one ?? other
  if (one.x === other.x && mod(one.y + other.y, P) === 0n) return null
  const rise = one.x === other.x ? (3n * one.x * one.x + A) * inverse(2n * one.y, P) : (other.y - one.y) * inverse(other.x - one.x, P) // biome-ignore format: one row
  const x = mod(rise * rise - one.x - other.x, P)
  return { x, y: mod(rise * (one.x - x) - one.y, P) }
}

function times(factor: bigint, point: Point): Point {
  let [sum, power]: [Point, Point] = [null, point]
  for (let rest = factor; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, power)
    power = add(power, power)
  }
  return sum
}

const bytes32 = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
const sm3 = (...parts: Uint8Array[]) => createHash('sm3').update(Buffer.concat(parts)).digest()

/** Signature: r ‖ s in hexadecimal; key: 04 ‖ x ‖ y in hexadecimal; `signer`: the user id that goes into Z. */
export function isSm2Signed(
  text: string,
  signature: string,
  { publicKey, signer }: { publicKey: string; signer: string },
): boolean {
  const [r, s] = [BigInt(`0x${signature.slice(0, 64)}`), BigInt(`0x${signature.slice(64)}`)]
  const key = { x: BigInt(`0x${publicKey.slice(2, 66)}`), y: BigInt(`0x${publicKey.slice(66)}`) }
  const id = Buffer.from(signer)
  const length = Buffer.from([(id.length * 8) >> 8, (id.length * 8) & 0xff])
  const z = sm3(length, id, ...[A, B, G.x, G.y, key.x, key.y].map(bytes32))
  const e = BigInt(`0x${sm3(z, Buffer.from(text)).toString('hex')}`)
  const t = mod(r + s, N)
  const point = add(times(s, G), times(t, key))
  return t !== 0n && point !== null && mod(e + point.x, N) === r
}
