import type { ReactNode } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ItemDefinition } from '../../rules/item.ts'
import type { ProposalView } from '../answers.ts'

type Part = keyof ItemDefinition

const LABELS: Partial<Record<Part, string>> = { materials: 'materialList' }
/** Parts whose values are keys with a sentence of their own. */
const KEYED: Partial<Record<Part, string>> = {
  kind: 'approvals.kind',
  stage: 'approvals.stage',
  requires: 'approvals.stage',
  applicants: 'approvals.applicant',
}

/** A part of an item and what stands in it, in words. */
export function usePartWords({ processes, organisations, rules }: ProposalView) {
  const { t, words, said } = useTexts()
  const named = (code: string) => organisations.find((one) => one.code === code)?.name ?? code
  const process = (key: string) => {
    const found = processes.find((one) => one.key === key)
    return found ? words(found.title) : key
  }
  const one = (part: Part, key: string): string => {
    if (KEYED[part]) return t(`${KEYED[part]}.${key}`)
    if (part === 'process') return process(key)
    if (part === 'organisation') return key === '' ? t('approvals.item.window') : named(key)
    if (part === 'cosigners') return named(key)
    return part === 'rules' ? said(rules.find((rule) => rule.key === key)?.title ?? key) : key
  }
  const material = ({ title, required, form }: ItemDefinition['materials'][number]) =>
    `${title} (${t(`approvals.material.${form}`)}, ${t(required ? 'approvals.material.must' : 'approvals.material.may')})`
  const value = (part: Part, given: unknown): ReactNode => {
    if (given === undefined || given === null) return '—'
    if (typeof given === 'boolean')
      return t(part === 'open' ? `approvals.item.${given ? 'isOpen' : 'isClosed'}` : `common.${given ? 'yes' : 'no'}`)
    if (typeof given === 'number') return t('approvals.workingDays', { count: given })
    if (part === 'title') return words(given as ItemDefinition['title'])
    if (part === 'result') return lines(resultLines(given as NonNullable<ItemDefinition['result']>))
    if (part === 'materials') return lines((given as ItemDefinition['materials']).map(material))
    return Array.isArray(given) ? lines(given.map((key) => one(part, String(key)))) : one(part, String(given))
  }
  return { label: (part: Part) => t(`approvals.item.${LABELS[part] ?? part}`), value }
}

const resultLines = ({ title, lines }: NonNullable<ItemDefinition['result']>) => [title, ...lines]

const lines = (all: string[]): ReactNode =>
  all.length === 0 ? (
    '—'
  ) : (
    <ul className="chain-list">
      {all.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines of a letter may be the same
        <li key={at}>{one}</li>
      ))}
    </ul>
  )
