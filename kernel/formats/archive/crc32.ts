/** CRC-32 (ISO 3309) of bytes; `before`: of what came before them. Native where Node has it, so that phones need no other file. */
export const crc32: (bytes: Uint8Array, before?: number) => number =
  globalThis.process?.getBuiltinModule?.('node:zlib')?.crc32 ?? portableCrc32

/** Exported so that one test holds both against each other. */
export function portableCrc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})
