import { newId } from '../store/new-id.ts'

const KEPT_UNDER = 'yutu.field.phone'

/** What this phone calls itself at sign-in: an administrator approves it by that, and ends what is open on it. */
export function phoneId(): string {
  const known = localStorage.getItem(KEPT_UNDER)
  if (known) return known
  const made = newId()
  localStorage.setItem(KEPT_UNDER, made)
  return made
}
