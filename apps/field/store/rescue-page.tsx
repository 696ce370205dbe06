import './lock/lock.css'
import { useEffect, useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { copyOf } from './copy-before.ts'
import { type RawStores, readRaw, readSealedPhotos, rescuePackage } from './rescue.ts'

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
  const photos = (stores?.photos ?? []).filter(({ bytes }) => bytes === 'file' || bytes instanceof ArrayBuffer)
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
            onClick={() => void readSealedPhotos(stores).then((photos) => save(rescuePackage(stores, photos)))}
          >
            {t('field.rescue.save')}
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

function save(bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  const day = new Date().toISOString().slice(0, 10)
  Object.assign(document.createElement('a'), { href: address, download: `yutu-rescue-${day}.zip` }).click()
  URL.revokeObjectURL(address)
}
