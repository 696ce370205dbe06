import { Checkbox, Form, Modal, Radio, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useAreas } from '../../../../apps/ui/use-areas.ts'
import { severities } from '../../schema.ts'
import type { Rules } from '../answers.ts'
import { SeverityTag } from '../severity-tag.tsx'

type Props = { onClose: () => void; onStarted: (runId: string) => void }

/** 发起质检: the layer, the area (the widest first) and the rules (all at first). */
export function StartDialog({ onClose, onStarted }: Props) {
  const { t, words } = useTexts()
  const { data: rules, error } = useAsk('quality.rule.list')
  const areas = useAreas()
  const start = useCall('quality.run.start')
  const [layer, setLayer] = useState('DLTB')
  const [area, setArea] = useState<string>()
  const [chosen, setChosen] = useState<string[] | null>(null)
  const wanted = area ?? areas[0]?.code ?? ''
  const send = () =>
    start.mutate(
      { layer, area: wanted, ...(chosen && { rules: chosen }) },
      { onSuccess: ({ runId }) => onStarted(runId) },
    )
  return (
    <Modal
      open
      width={720}
      title={t('quality.run.start')}
      okText={t('quality.run.start')}
      okButtonProps={{ loading: start.isPending, disabled: !rules || chosen?.length === 0 }}
      onOk={send}
      onCancel={onClose}
    >
      {error && <RefusalNotice error={error} />}
      {!rules && !error && <Skeleton active />}
      {rules && (
        <Form layout="vertical" requiredMark={false}>
          <div className="start-fields">
            <Form.Item label={t('quality.run.layer')} htmlFor="quality-layer">
              <Select
                id="quality-layer"
                value={layer}
                onChange={(next) => {
                  setLayer(next)
                  setChosen(null)
                }}
                options={rules.layers.map(({ name, title }) => ({ value: name, label: `${words(title)} ${name}` }))}
              />
            </Form.Item>
            <Form.Item label={t('quality.run.area')} htmlFor="quality-area">
              <Select
                id="quality-area"
                showSearch={{ optionFilterProp: 'label' }}
                value={wanted}
                onChange={setArea}
                options={areas.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
              />
            </Form.Item>
          </div>
          <RuleChoice rules={rules} layer={layer} chosen={chosen} onChange={setChosen} />
        </Form>
      )}
      {start.error && <RefusalNotice error={start.error} />}
    </Modal>
  )
}

type ChoiceProps = { rules: Rules; layer: string; chosen: string[] | null; onChange: (chosen: string[] | null) => void }

function RuleChoice({ rules, layer, chosen, onChange }: ChoiceProps) {
  const { t, words } = useTexts()
  const possible = rules.layers.find(({ name }) => name === layer)?.rules ?? []
  const ofSeverity = (severity: string) =>
    rules.rules.filter((rule) => rule.severity === severity && possible.includes(rule.id))
  return (
    <Form.Item label={t('quality.run.rules')} extra={chosen?.length === 0 && t('quality.run.noRule')}>
      <Radio.Group
        optionType="button"
        value={chosen === null}
        onChange={({ target }) => onChange(target.value ? null : possible)}
        options={[
          { value: true, label: `${t('quality.run.rules.all')} ${possible.length}` },
          { value: false, label: t('quality.run.rules.some') },
        ]}
      />
      {chosen && (
        <Checkbox.Group className="rule-choice" value={chosen} onChange={(ids) => onChange(ids as string[])}>
          {severities.flatMap((severity) =>
            ofSeverity(severity).map(({ id, title, clause }) => (
              <Checkbox key={id} value={id}>
                <SeverityTag severity={severity} /> {words(title)}{' '}
                <span className="quiet rule-id">{`${id} · ${clause}`}</span>
              </Checkbox>
            )),
          )}
        </Checkbox.Group>
      )}
    </Form.Item>
  )
}
