import { ArrowUpOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Switch } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useCall } from '../../../../apps/ui/queries.ts'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import type { Rule, Worker } from './answers.ts'
import { RuleDialog } from './rule-dialog.tsx'

type Props = { rules: readonly Rule[] | undefined; people: readonly Worker[] }

/** 分派规则 in the order they are asked: the first that speaks of a task decides who gets it. */
export function RuleList({ rules = [], people }: Props) {
  const { t } = useTexts()
  const nameOf = useAreaNames()
  const [edited, setEdited] = useState<Rule | 'new' | null>(null)
  const save = useCall('fieldwork.dispatch.rule.save')
  const remove = useCall('fieldwork.dispatch.rule.remove')
  const sentence = ({ business, areaCode, by, people: named, most }: Rule) =>
    [
      areaCode === '' ? t('fieldwork.dispatch.everywhere') : nameOf(areaCode),
      business === '*' ? t('fieldwork.dispatch.rule.everyBusiness') : business,
      t(`fieldwork.dispatch.rule.by.${by}`),
      named.length === 0
        ? t('fieldwork.dispatch.rule.everybody')
        : named.map(({ id }) => people.find((one) => one.id === id)?.name ?? '—').join(t('common.comma')),
      by === 'nearest' && centred(named) > 0 && t('fieldwork.dispatch.centre.count', { count: centred(named) }),
      most !== null && t('fieldwork.dispatch.rule.most', { count: most }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <>
      <RefusalNotice error={save.error ?? remove.error} />
      {rules.length === 0 && (
        <EmptyState small title={t('fieldwork.dispatch.rule.none')} next={t('fieldwork.dispatch.rule.none.next')} />
      )}
      <ol className="dispatch-rules">
        {rules.map((rule) => (
          <li key={rule.id}>
            <div>
              <strong>
                {rule.place}. {rule.title}
              </strong>
              <div className="quiet">{sentence(rule)}</div>
            </div>
            <span className="dispatch-rule-acts">
              <Switch
                size="small"
                checked={rule.isOn}
                aria-label={t('fieldwork.dispatch.rule.isOn')}
                onChange={(isOn) => save.mutate({ ...ofRule(rule), isOn })}
              />
              {rule.place > 1 && (
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined />}
                  aria-label={t('fieldwork.dispatch.rule.up')}
                  onClick={() => save.mutate({ ...ofRule(rule), place: rule.place - 1 })}
                />
              )}
              <Button
                type="text"
                size="small"
                icon={<EditOutlined />}
                aria-label={t('fieldwork.dispatch.rule.save')}
                onClick={() => setEdited(rule)}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('fieldwork.dispatch.rule.remove')}
                onClick={() => remove.mutate({ id: rule.id })}
              />
            </span>
          </li>
        ))}
      </ol>
      <Button onClick={() => setEdited('new')}>{t('fieldwork.dispatch.rule.new')}</Button>
      {edited && <RuleDialog rule={edited === 'new' ? null : edited} people={people} onClose={() => setEdited(null)} />}
    </>
  )
}

const centred = (named: Rule['people']) => named.filter(({ centre }) => centre !== null).length

const ofRule = ({ id, title, business, areaCode, by, people, most, isOn }: Rule) => ({
  id,
  title,
  business,
  areaCode,
  by,
  people,
  most,
  isOn,
})
