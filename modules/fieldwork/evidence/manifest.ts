import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { type Receipt, receiptFault, type Signer, signReceipt } from '../../../kernel/crypto/receipt.ts'

/** What a package says it holds; every file but the manifest and its signature. `digest`: SM3, hexadecimal. */
export type Manifest = {
  format: 'yutu-evidence'
  version: 1
  adapter: string
  madeAt: string
  madeBy: string
  cases: { number: string; title: string; business: string; patches: number; photos: number }[]
  files: { path: string; size: number; digest: string }[]
}

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig.json'

/** The signature beside the manifest, with the public key it can be held against. */
export type PackageSignature = { receipt: Receipt; publicKey: string }

export function signedManifest(manifest: Manifest, signer: Signer): { manifest: Uint8Array; signature: Uint8Array } {
  const bytes = new TextEncoder().encode(canonicalJson(manifest))
  const receipt = signReceipt(bytes, signer, manifest.madeAt)
  const signature: PackageSignature = { receipt, publicKey: signer.keys.publicKey }
  return { manifest: bytes, signature: new TextEncoder().encode(JSON.stringify(signature, null, 1)) }
}

export type Found = { path: string; size: number; digest: string }
export type PackageFault =
  | { kind: 'changed' | 'missing' | 'extra'; path: string }
  | { kind: 'unsigned' | 'forged' | 'stranger' | 'unreadable'; path: string }

/**
 * What is wrong with a package: files changed, missing or added since it was signed, or a manifest nobody has signed so. `trusted`: the
 * key it has to be signed with; without one the key inside is believed, which shows changes but not who made it. Pure.
 */
export function packageFaults(
  manifestBytes: Uint8Array,
  signature: PackageSignature,
  found: readonly Found[],
  trusted?: string,
): PackageFault[] {
  const fault = receiptFault(signature.receipt, manifestBytes, trusted ?? signature.publicKey)
  if (trusted !== undefined && signature.publicKey !== trusted) return [{ kind: 'stranger', path: SIGNATURE }]
  if (fault) return [{ kind: 'forged', path: MANIFEST }]
  const { files } = JSON.parse(new TextDecoder().decode(manifestBytes)) as Manifest
  const there = new Map(found.map((one) => [one.path, one]))
  const named = new Set(files.map(({ path }) => path))
  return [
    ...files.flatMap(({ path, size, digest }): PackageFault[] => {
      const one = there.get(path)
      if (!one) return [{ kind: 'missing', path }]
      return one.size === size && one.digest === digest ? [] : [{ kind: 'changed', path }]
    }),
    ...found.filter(({ path }) => !named.has(path)).map(({ path }): PackageFault => ({ kind: 'extra', path })),
  ]
}
