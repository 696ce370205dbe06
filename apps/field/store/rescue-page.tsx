import './lock/lock.css'
import { useEffect, useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { copyOf } from './copy-before.ts'
import { isRescued, type RawStores, readRaw, rescueArchive } from './rescue.ts'

/** Stands by itself: it works when nothing else of the page does. */
export function Rescue() {
  const { t } = useTexts()
  const [stores, setStores] = useState<RawStores | null>(null)
  const [failure, setFailure] = useState('')
  useEffect(() => {
    readBest()
      .then(setStores)
      .catch((error: unknown) => setFailure(String(error)))
  }, [])
  const [packed, setPacked] = useState<number | null>(null)
  const pack = (from: RawStores) => {
    setPacked(0)
    return rescueArchive(from, setPacked)
      .then(save)
      .catch((error: unknown) => setFailure(String(error)))
      .finally(() => setPacked(null))
  }
  const photos = (stores?.photos ?? []).filter(isRescued)
  const waiting = (stores?.operations ?? []).filter(({ state }) => state !== 'done')
  return (
    <main className="list rescue">
      <h1 className="page-title">{t('field.rescue')}</h1>
      <p>{t('field.rescue.what')}</p>
      {failure && <p role="alert">{t('field.rescue.failed', { message: failure })}</p>}
      {stores && (
        <>
          <p>{t('field.rescue.holds', { photos: photos.length, operations: waiting.length })}</p>
          <button
            type="button"
            className="button button-main"
            disabled={packed !== null}
            onClick={() => void pack(stores)}
          >
            {packed === null ? t('field.rescue.save') : t('field.rescue.packing', { done: packed, all: photos.length })}
          </button>
        </>
      )}
      <a className="button" href="/field/">
        {t('common.back')}
      </a>
    </main>
  )
}

/** The database; where it cannot be read, or is empty, the copy that was made before it was last changed. */
async function readBest(): Promise<RawStores> {
  const stores = await readRaw().catch(() => ({}) as RawStores)
  if ((stores.operations ?? []).length > 0) return stores
  const copy = await readRaw(copyOf('yutu-field')).catch(() => ({}) as RawStores)
  return (copy.operations ?? []).length > 0 ? copy : stores
}

function save(archive: Blob): void {
  const address = URL.createObjectURL(archive)
  const day = new Date().toISOString().slice(0, 10)
  Object.assign(document.createElement('a'), { href: address, download: `yutu-rescue-${day}.zip` }).click()
  // A large one is still being written when the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 600_000)
}
