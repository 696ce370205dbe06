const NONCE = 12

/** Bytes of a file, sealed: nonce (12 bytes) ‖ AES-256-GCM. `name` is authenticated with them. */
export async function sealFile(bytes: BufferSource, key: CryptoKey, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: textOf(name) }, key, bytes)
  const whole = new Uint8Array(NONCE + sealed.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(sealed), NONCE)
  return whole
}

/** Undefined when key, name or any byte is another. */
export async function openFile(
  sealed: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
  name: string,
): Promise<ArrayBuffer | undefined> {
  const iv = sealed.subarray(0, NONCE)
  const cipher = { name: 'AES-GCM', iv, additionalData: textOf(name) }
  return crypto.subtle.decrypt(cipher, key, sealed.subarray(NONCE)).catch(() => undefined)
}

const textOf = (name: string) => new TextEncoder().encode(name)
