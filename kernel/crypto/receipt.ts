import { canonicalJson } from './canonical-json.ts'
import { type Sm2KeyPair, sign, verify } from './sm2.ts'
import { sm3 } from './sm3.ts'

/** Proof that someone sent or received exactly this (不可否认性): keep it beside the payload. */
export type Receipt = {
  algorithm: 'SM2-SM3'
  /** SM3 of the payload's canonical JSON, or of its bytes */
  digest: string
  /** the SM2 user id the signer goes by */
  signer: string
  keyId: string
  /** ISO instant */
  signedAt: string
  /** over the canonical JSON of all other members */
  signature: string
}

export type Signer = { keys: Sm2KeyPair; keyId: string; userId: string }

export function digestOf(payload: unknown): string {
  return sm3(payload instanceof Uint8Array ? payload : canonicalJson(payload))
}

export function signReceipt(payload: unknown, signer: Signer, signedAt: string): Receipt {
  const statement = {
    algorithm: 'SM2-SM3' as const,
    digest: digestOf(payload),
    signer: signer.userId,
    keyId: signer.keyId,
    signedAt,
  }
  return { ...statement, signature: sign(canonicalJson(statement), signer.keys, signer.userId) }
}

/** `payload`: another one was signed. `signature`: the receipt was altered or made with another key. */
export function receiptFault(
  receipt: Receipt,
  payload: unknown,
  publicKey: string,
): 'payload' | 'signature' | undefined {
  const { signature, ...statement } = receipt
  if (!verify(canonicalJson(statement), signature, publicKey, receipt.signer)) return 'signature'
  return receipt.digest === digestOf(payload) ? undefined : 'payload'
}
