import './lock.css'
import { useEffect, useState } from 'react'
import { useTexts } from '../../../ui/i18n/use-texts.ts'
import { hasPin } from '../vault/vault.ts'

/** For the top pages: without a PIN a closed page does not open again where there is no signal. */
export function PinReminder({ person }: { person: string }) {
  const { t } = useTexts()
  const [isPinned, setPinned] = useState(true)
  useEffect(() => void hasPin(person).then(setPinned), [person])
  if (isPinned) return null
  return (
    <a className="banner pin-reminder" href="#/pin">
      {t('field.pin.reminder')}
    </a>
  )
}
