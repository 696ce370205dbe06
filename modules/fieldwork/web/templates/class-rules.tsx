import { Button, Input, Select } from 'antd'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { landuseSurvey3 } from '../../../../kernel/layers/codes/landuse-survey3.ts'
import type { ClassRule } from '../../templates/template.ts'
import { AddButton } from './add-button.tsx'
import { KindTable } from './kind-table.tsx'

type Props = { rules: ClassRule[]; onChange: (rules: ClassRule[]) => void }

/** What some land classes are asked beyond the rest; a kind of the same code here goes before that of the template. */
export function ClassRules({ rules, onChange }: Props) {
  const { t, language } = useTexts()
  const options = landuseSurvey3.codes.map((one) => ({ value: one.code, label: `${one.code} ${one[language]}` }))
  const add = () =>
    onChange([...rules, { classes: [], title: { zh: '新规则', en: 'New rule' }, kinds: [{ code: 'use', title: { zh: '利用特征', en: 'How it is used' }, min: 1 }] }]) // biome-ignore format: one line
  return (
    <>
      {rules.map((rule, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
        <div key={k} className="class-rule">
          <div className="class-rule-head">
            {(['zh', 'en'] as const).map((one) => (
              <Input
                key={one}
                style={{ width: 150 }}
                aria-label={t(`fieldwork.template.kind.${one}`)}
                value={rule.title[one]}
                onChange={({ target }) =>
                  onChange(rules.with(k, { ...rule, title: { ...rule.title, [one]: target.value } }))
                }
              />
            ))}
            <Select
              mode="multiple"
              style={{ flex: 1 }}
              aria-label={t('fieldwork.template.classes')}
              placeholder={t('fieldwork.template.classes')}
              showSearch={{ optionFilterProp: 'label' }}
              value={rule.classes}
              options={options}
              onChange={(classes: string[]) => onChange(rules.with(k, { ...rule, classes }))}
            />
            <Button size="small" danger onClick={() => onChange(rules.toSpliced(k, 1))}>
              {t('fieldwork.template.rule.remove')}
            </Button>
          </div>
          <KindTable kinds={rule.kinds} onChange={(kinds) => onChange(rules.with(k, { ...rule, kinds }))} />
        </div>
      ))}
      <AddButton label={t('fieldwork.template.rule.add')} onClick={add} />
    </>
  )
}
