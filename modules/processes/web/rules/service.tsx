import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { RuleInput } from '../../rules/rule-inputs.ts'
import type { RuleView } from '../answers.ts'

/** How another system asks: the request as it is sent, with this rule's own inputs. */
export function Service({ rule: { key, version, inputs } }: { rule: RuleView }) {
  const { t } = useTexts()
  const facts = Object.fromEntries(inputs.map((input) => [input.name, sampleOf(input)]))
  const body = JSON.stringify({ key, version, facts, subject: 'A-1' }, null, 2)
  return (
    <>
      <p className="quiet">{t('processes.rule.service.hint')}</p>
      <pre className="rule-request">{`POST /api/processes/rule/decide\nContent-Type: application/json\n\n${body}`}</pre>
    </>
  )
}

function sampleOf({ kind, choices }: RuleInput): unknown {
  if (choices[0] !== undefined) return choices[0]
  return { number: 1, yesNo: true, text: '' }[kind]
}
