/** A person's key on this phone, wrapped by what they know; never in the clear (decisions/0009-sealed-phone.md). */
export type KeptVault = {
  person: string
  byPin: WrappedByPin | null
  /** wraps the key for as long as one tab is open */
  tabKey: CryptoKey | null
  /** the PIN was spent, or the phone revoked: only a sign-in opens it */
  needsSignIn?: boolean
  /** rows that an older version left in the clear are sealed */
  isSealed?: boolean
}

export type WrappedByPin = {
  salt: Uint8Array<ArrayBuffer>
  iterations: number
  /** nonce ‖ AES-256-GCM over the key */
  wrapped: Uint8Array<ArrayBuffer>
  /** counted down before a try, so that a killed page does not give it back */
  triesLeft: number
}
