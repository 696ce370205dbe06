import { useEffect, useState } from 'react'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { registrationStanding, type Standing } from './registration.ts'

/** How the registration made on this phone stands; asked again when one comes back to the page. `round`: asked anew with each. */
export function RegistrationNote({ round }: { round: number }) {
  const { t } = useTexts()
  const [standing, setStanding] = useState<Standing | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    const look = () => void registrationStanding().then(setStanding)
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [round])
  if (!standing) return null
  const { state, login, reason } = standing
  return (
    <p className="settled" role="status">
      {t(`field.register.${state}`, { login, reason })}
    </p>
  )
}
