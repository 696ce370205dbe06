import { metres as twoDecimals } from '../../../ui/format.ts'
import type { ListedTask } from '../rules/listed-task.ts'

/** Metres below a kilometre; `unknown` where it is not known how far it is. */
export function distanceText(distance: number | null, unknown: string): string {
  if (distance === null) return unknown
  return distance < 1000 ? `${twoDecimals(distance).replace(/\.\d+$/, '')} m` : `${(distance / 1000).toFixed(1)} km`
}

type Standing = Pick<ListedTask, 'local' | 'state' | 'mine' | 'holder' | 'reason' | 'noSurvey' | 'patches' | 'photos'>

/** What the chip of a task says, the phone's own matters first; `tone` is its colour (rows.css). */
export function standingOf({ local, state, mine, holder, reason, noSurvey, patches, photos }: Standing): {
  key: string
  tone: string
} {
  if (local.request) return { key: 'field.state.requested', tone: 'requested' }
  if (local.work !== 'none') return { key: `field.state.${local.work}`, tone: local.work }
  if (state === 'done') return { key: 'field.state.submitted', tone: 'submitted' }
  if (noSurvey) return { key: 'field.state.noSurvey', tone: 'noSurvey' }
  if (state === 'suspended') return { key: 'field.state.suspended', tone: 'others' }
  if (holder && !mine) return { key: 'field.state.others', tone: 'others' }
  if (reason === 'return') return { key: 'field.state.returned', tone: 'returned' }
  if (state === 'open' && !mine) return { key: 'field.state.free', tone: 'new' }
  return patches + photos > 0 ? { key: 'field.state.saved', tone: 'saved' } : { key: 'field.state.new', tone: 'new' }
}
