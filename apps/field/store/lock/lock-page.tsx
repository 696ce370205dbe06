import './lock.css'
import { type FormEvent, useEffect, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import type { KeptPerson } from '../field-database.ts'
import { signOut } from '../people.ts'
import { heedRevocation } from '../revocation.ts'
import { hasPin, openByPin, openVault } from '../vault/vault.ts'
import { PinInput } from './pin-input.tsx'

/** What is kept here is sealed: the PIN opens it, or a sign-in with a network. Unsent work waits meanwhile. */
export function LockPage({ person, onSignedOut }: { person: KeptPerson; onSignedOut: () => void }) {
  const { t } = useTexts()
  const [isPinned, setPinned] = useState<boolean>()
  const [left, setLeft] = useState<number | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void hasPin(person.id).then(setPinned)
    // A revoked phone hears of it also while it is locked.
    void heedRevocation(person.id)
    const again = () => void openVault(person.id)
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [person.id])
  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const pin = String(new FormData(event.currentTarget).get('pin'))
    event.currentTarget.reset()
    setBusy(true)
    const triesLeft = await openByPin(person.id, pin).finally(() => setBusy(false))
    setLeft(triesLeft ?? null)
    if (triesLeft === 0) setPinned(false)
  }
  return (
    <main className="lock">
      <h1>{t('field.lock.title')}</h1>
      <p>
        {person.name} · {person.organisation}
      </p>
      {isPinned && (
        <form onSubmit={unlock}>
          <PinInput name="pin" label={t('field.lock.pin')} />
          {left !== null && <p role="alert">{t('field.lock.wrong', { left })}</p>}
          <button type="submit" className="button button-main" disabled={isBusy}>
            {t(isBusy ? 'field.lock.opening' : 'field.lock.open')}
          </button>
        </form>
      )}
      {isPinned === false && <p role="alert">{t(left === 0 ? 'field.lock.spent' : 'field.lock.noPin')}</p>}
      <p className="quiet">{t('field.lock.kept')}</p>
      <button
        type="button"
        className="button"
        onClick={() =>
          void signOut()
            .catch(() => undefined)
            .finally(onSignedOut)
        }
      >
        {t('field.lock.signIn')}
      </button>
      <a className="button-plain" href="/field/?rescue">
        {t('field.rescue')}
      </a>
    </main>
  )
}
