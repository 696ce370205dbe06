import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import type { KnownNames } from '../../../rules/known.ts'
import type { Option } from './property-choices.tsx'

/** The lists one chooses from, in the reader's language. */
export function useOptions(known: KnownNames) {
  const { t, has, words } = useTexts()
  const named = (key: string, prefix = ''): string => (has(prefix + key) ? `${t(prefix + key)} (${key})` : key)
  const option = (value: string, label: string): Option => ({ value, label })
  return {
    roles: known.roles.map(({ code, title }) => option(code, words(title))),
    forms: known.forms.map(({ key, title }) => option(key, `${words(title)} (${key})`)),
    jobs: known.jobs.map((job) => option(job, named(job))),
    decisions: known.decisions.map(({ key, title }) => option(key, `${title} (${key})`)),
    processes: known.processes.map(({ key, title }) => option(key, `${words(title)} (${key})`)),
    businesses: known.businesses.map((business) => option(business, named(business, 'business.'))),
  }
}
