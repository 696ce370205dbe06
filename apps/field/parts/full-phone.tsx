import { useEffect, useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'

/** Whatever could not be kept because the phone is full: said once for all pages, with the way to make room. Nobody goes on writing into nothing. */
export function FullPhone() {
  const { t } = useTexts()
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const look = ({ reason }: PromiseRejectionEvent) => {
      if (reason instanceof DOMException && reason.name === 'QuotaExceededError') setFull(true)
    }
    addEventListener('unhandledrejection', look)
    return () => removeEventListener('unhandledrejection', look)
  }, [])
  if (!isFull) return null
  const makeRoom = () => {
    setFull(false)
    location.hash = '#/storage'
  }
  return (
    <div className="banner banner-top" role="alert">
      {t('field.storage.notKept')}{' '}
      <button type="button" className="button-small" onClick={makeRoom}>
        {t('field.storage')}
      </button>
    </div>
  )
}
