import { send } from '../../ui/api.ts'

const KEPT_UNDER = 'yutu.field.registration'

export type Standing = { state: 'waiting' | 'approved' | 'refused'; login: string; reason: string | null }

/** Asks for an account; what is answered lets this phone ask how it stands. Throws ProblemError. */
export async function keepRegistration(asked: Record<string, string>): Promise<void> {
  const { token } = await send<{ token: string }>('registration.ask', '/api/registrations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  })
  localStorage.setItem(KEPT_UNDER, token)
}

/** How the registration made on this phone stands; null where there is none, or no network. */
export async function registrationStanding(): Promise<Standing | null> {
  const token = localStorage.getItem(KEPT_UNDER)
  if (!token) return null
  return send<Standing>('registration.ask', `/api/registrations/${token}`, {}).catch(() => null)
}

export const forgetRegistration = () => localStorage.removeItem(KEPT_UNDER)
