import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { readRows } from '../../rules/read-rows.ts'
import type { RuleInput } from '../../rules/rule-inputs.ts'
import type { RuleView } from '../answers.ts'
import { BatchResult } from './batch-result.tsx'

/** 批量: rows of a sheet, each answered by the version that is shown. */
export function Batch({ rule }: { rule: RuleView }) {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const call = useCall('processes.rule.decideMany')
  const { rows, strange, missing } = readRows(text, rule.inputs)
  const run = () => call.mutate({ key: rule.key, version: rule.version, rows })
  return (
    <div className="rule-batch">
      <p className="quiet">{t('processes.rule.batch.hint')}</p>
      <Input.TextArea
        aria-label={t('processes.rule.batch')}
        autoSize={{ minRows: 5, maxRows: 14 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={sampleOf(rule.inputs, t('processes.rule.batch.row'))}
      />
      <Space wrap>
        <Button onClick={() => setText(sampleOf(rule.inputs, t('processes.rule.batch.row')))}>
          {t('processes.rule.batch.sample')}
        </Button>
        <Button type="primary" disabled={rows.length === 0} loading={call.isPending} onClick={run}>
          {t('processes.rule.batch.run', { count: rows.length })}
        </Button>
        {text !== '' && strange.length > 0 && (
          <span className="quiet">{t('processes.rule.batch.strange', { names: strange.join(t('common.comma')) })}</span>
        )}
        {text !== '' && missing.length > 0 && (
          <span className="quiet">{t('processes.rule.batch.missing', { names: missing.join(t('common.comma')) })}</span>
        )}
      </Space>
      <RefusalNotice error={call.error} />
      {call.data && <BatchResult rule={rule} answer={call.data} />}
    </div>
  )
}

/** Two lines a rule could be asked with, tabs between as a sheet pastes them. */
function sampleOf(inputs: readonly RuleInput[], row: string): string {
  const values = (k: number) =>
    inputs.map(
      ({ kind, choices }) => choices[k] ?? choices[0] ?? (kind === 'number' ? k * 100 : kind === 'yesNo' ? 'true' : ''),
    )
  return [
    [row, ...inputs.map(({ label }) => label)],
    ['A-1', ...values(0)],
    ['A-2', ...values(1)],
  ]
    .map((cells) => cells.join('\t'))
    .join('\n')
}
