import { fromHex, toHex } from '../../../../kernel/crypto/bytes.ts'
import { openFile, sealFile } from '../../../../modules/fieldwork/rules/sealing/files.ts'
import { keysOf } from '../../../../modules/fieldwork/rules/sealing/keys.ts'
import { call } from '../../../ui/api.ts'
import { ProblemError } from '../../../ui/problem.ts'
import { registerAgain, registerDevice, signingDevice } from '../device-key.ts'
import { fieldDatabase } from '../field-database.ts'
import type { KeptVault } from './kept-vault.ts'
import { forgetKeys, holdKeys, isOpenFor } from './open-keys.ts'
import { onTabs, tellTabs } from './other-tabs.ts'
import { TRIES, unwrapByPin, wrapByPin } from './pin.ts'

type Secret = Uint8Array<ArrayBuffer>
const TAB = 'yutu.field.tab'

/** Opens what this person keeps here, as far as it goes without asking: this tab had it open, or no PIN is set and the server gives the key. */
export async function openVault(person: string): Promise<boolean> {
  if (isOpenFor(person)) return true
  const vault = await vaultOf(person)
  const secret =
    (await fromTab(vault)) ??
    (vault.byPin || vault.needsSignIn ? undefined : await fromServer(person).catch(() => undefined))
  if (secret) await hold(person, secret)
  return secret !== undefined
}

/** After a sign-in: the server gives the key, and forgotten tries are forgotten. Throws ProblemError. */
export async function openBySignIn(person: string): Promise<void> {
  const secret = await fromServer(person).catch(async (error: unknown) => {
    // Signed in all the same: the page asks for the PIN.
    if (error instanceof ProblemError && error.code === 'fieldwork.device.unknown') return undefined
    throw error
  })
  if (!secret) return
  await hold(person, secret)
  await change(person, () => ({ needsSignIn: false }))
}

/** How many tries are left; undefined where it was the right one. With the last wrong one the wrapped key is gone: the server has it. */
export async function openByPin(person: string, pin: string): Promise<number | undefined> {
  const vault = await spendTry(person)
  if (!vault.byPin) return 0
  const secret = await unwrapByPin(vault.byPin, pin)
  if (secret) {
    await change(person, ({ byPin }) => ({ byPin: byPin && { ...byPin, triesLeft: TRIES } }))
    await hold(person, secret)
    return undefined
  }
  if (vault.byPin.triesLeft <= 0) await dropPin(person)
  return vault.byPin.triesLeft
}

/** Wraps the key by a PIN, told to the server first: from then on only a fresh sign-in gets the key there. Throws ProblemError. */
export async function setPin(person: string, pin: string): Promise<void> {
  const secret = await fromServer(person, true)
  const byPin = await wrapByPin(secret, pin)
  await change(person, () => ({ byPin }))
}

export const hasPin = async (person: string) => (await vaultOf(person)).byPin !== null

/** From now on only a sign-in opens it. */
export const dropPin = async (person: string) => void (await change(person, () => ({ byPin: null, needsSignIn: true })))

/** Nothing is readable any more until the PIN or a sign-in, in no tab. */
export async function lockVault(person: string): Promise<void> {
  sessionStorage.removeItem(TAB)
  await change(person, () => ({ tabKey: null }))
  forgetKeys()
  tellTabs({ person, is: 'locked' })
}

/** Locked in another tab is locked here; so is whoever was here when somebody else has come: the session is theirs now. */
onTabs(({ person, is }) => {
  const isMine = isOpenFor(person)
  if (is === 'locked' ? !isMine : isMine) return
  globalThis.sessionStorage?.removeItem(TAB)
  forgetKeys()
})

async function hold(person: string, secret: Secret): Promise<void> {
  holdKeys(person, await keysOf(secret))
  tellTabs({ person, is: 'open' })
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const { tabKey } = await change(person, (vault) => ({ tabKey: vault.tabKey ?? made }))
  const kept = await sealFile(secret, tabKey!, 'tab')
  sessionStorage.setItem(TAB, JSON.stringify([...kept]))
}

/** A page that is loaded again in the same tab needs no network for it. Gone when the tab is closed. */
async function fromTab({ tabKey }: KeptVault): Promise<Secret | undefined> {
  const kept = sessionStorage.getItem(TAB)
  if (!kept || !tabKey) return undefined
  const secret = await openFile(Uint8Array.from(JSON.parse(kept) as number[]), tabKey, 'tab')
  return secret && new Uint8Array(secret)
}

/** A server that was restored from a backup older than this phone gets the key it is sealed with back, for it would make another. */
async function fromServer(person: string, isPinned?: boolean): Promise<Secret> {
  await registerDevice(person)
  const vault = await vaultOf(person)
  const kept = await fromTab(vault)
  const ask = async () => {
    const { id: deviceId } = await signingDevice(person)
    const input = { deviceId, ...(isPinned && { isPinned }), ...(kept && { kept: toHex(kept) }) }
    const { secret } = await call<{ secret: string }>('fieldwork.device.key', input)
    return Uint8Array.from(fromHex(secret))
  }
  return ask().catch(async (error: unknown) => {
    const isForgotten = error instanceof ProblemError && error.code === 'fieldwork.device.unknown'
    // The PIN opens what is here; another key would not.
    if (!isForgotten || (vault.byPin && !kept)) throw error
    await registerAgain(person)
    return ask()
  })
}

const spendTry = (person: string) =>
  change(person, ({ byPin }) => ({ byPin: byPin && { ...byPin, triesLeft: byPin.triesLeft - 1 } }))

const empty = (person: string): KeptVault => ({ person, byPin: null, tabKey: null })

async function vaultOf(person: string): Promise<KeptVault> {
  return (await (await fieldDatabase()).get('vaults', person)) ?? empty(person)
}

async function change(person: string, to: (vault: KeptVault) => Partial<KeptVault>): Promise<KeptVault> {
  const work = (await fieldDatabase()).transaction('vaults', 'readwrite', { durability: 'strict' })
  const vault = (await work.store.get(person)) ?? empty(person)
  const changed = { ...vault, ...to(vault) }
  await work.store.put(changed)
  await work.done
  return changed
}
