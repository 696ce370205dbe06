import { Radio, Select } from 'antd'
import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../../apps/ui/queries.ts'
import { service } from '../canvas/canvas-types.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { attributesOf, type Editing } from './editing.ts'
import { FeelProperty, Group, NumberProperty, Row, SelectProperty, TickProperty } from './property.tsx'

/** 会签 或签 传阅: who signs, how many are enough, where it goes then. */
export function CoSignPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const isSigned = editing.element.businessObject.loopCharacteristics !== undefined
  const [first, second] = outcomesOf(editing)
  const begin = () =>
    set({
      loopCharacteristics: service(editing.modeler, 'moddle').create('bpmn:MultiInstanceLoopCharacteristics'),
      ...{
        'yutu:signers': '[]',
        'yutu:need': 'all',
        'yutu:pass': first?.value,
        'yutu:otherwise': (second ?? first)?.value,
      },
    })
  const end = () =>
    set({
      loopCharacteristics: undefined,
      ...{ 'yutu:signers': '', 'yutu:need': '', 'yutu:pass': '', 'yutu:otherwise': '', 'yutu:onReturn': '' },
    })
  return (
    <Group title={t('processes.group.coSign')}>
      <TickProperty label={t('processes.prop.coSign')} value={isSigned} onChange={(on) => (on ? begin() : end())} />
      {isSigned && (
        <>
          <SignersPart editing={editing} />
          <NeedPart editing={editing} />
          {(['pass', 'otherwise'] as const).map((name) => (
            <SelectProperty
              key={name}
              label={t(`processes.prop.${name}`)}
              value={text(`yutu:${name}`)}
              options={outcomesOf(editing)}
              onChange={(outcome) => set({ [`yutu:${name}`]: outcome })}
            />
          ))}
          <SelectProperty
            label={t('processes.prop.onReturn')}
            value={text('yutu:onReturn') || 'step'}
            options={['step', 'vote'].map((value) => ({ value, label: t(`processes.onReturn.${value}`) }))}
            onChange={(onReturn) => set({ 'yutu:onReturn': onReturn })}
          />
        </>
      )}
    </Group>
  )
}

const outcomesOf = ({ element }: Editing) =>
  waysOf(element).map(({ businessObject }) => {
    const name = String(businessObject.get('yutu:transition') ?? '')
    return { value: name, label: businessObject.name || name }
  })

type People = { rows: { id: string; name: string; organisation?: string }[] }
const LIST = /^\[\s*("[0-9a-f-]{36}"(\s*,\s*"[0-9a-f-]{36}")*)?\s*\]$/

/** Named people become a list of FEEL; anything else is an expression over the case, a person field of a form most often. */
function SignersPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const signers = text('yutu:signers')
  const isList = LIST.test(signers)
  const people = useAsk<People>('processes.people', {}, { enabled: isList })
  const chosen = isList ? (JSON.parse(signers) as string[]) : []
  return (
    <>
      <Row label={t('processes.prop.signers')}>
        {(id) => (
          <>
            <Radio.Group
              value={isList ? 'people' : 'expression'}
              options={['people', 'expression'].map((value) => ({ value, label: t(`processes.signers.${value}`) }))}
              onChange={({ target }) => set({ 'yutu:signers': target.value === 'people' ? '[]' : 'signers' })}
            />
            {isList && (
              <Select
                id={id}
                mode="multiple"
                style={{ width: '100%' }}
                loading={people.isPending}
                value={chosen}
                placeholder={t('processes.signers.choose')}
                showSearch={{ optionFilterProp: 'label' }}
                options={(people.data?.rows ?? []).map(({ id: value, name, organisation }) => ({
                  value,
                  label: [name, organisation].filter(Boolean).join(' · '),
                }))}
                onChange={(ids) => set({ 'yutu:signers': JSON.stringify(ids) })}
              />
            )}
          </>
        )}
      </Row>
      {!isList && (
        <FeelProperty
          label={t('processes.signers.expression')}
          hint={t('processes.signers.hint')}
          value={signers}
          onChange={(next) => set({ 'yutu:signers': next })}
        />
      )}
    </>
  )
}

function NeedPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const need = text('yutu:need') || 'all'
  const ratio = /^ratio (.+)$/.exec(need)?.[1]
  const kind = ratio !== undefined ? 'ratio' : need === 'all' || need === 'none' ? need : 'number'
  const standard = { all: 'all', none: 'none', number: '1', ratio: 'ratio 0.5' }
  return (
    <>
      <SelectProperty
        label={t('processes.prop.need')}
        value={kind}
        options={(['all', 'number', 'ratio', 'none'] as const).map((value) => ({
          value,
          label: t(`processes.need.${value}`),
        }))}
        onChange={(next) => set({ 'yutu:need': standard[next as keyof typeof standard] })}
      />
      {kind === 'number' && (
        <NumberProperty
          label={t('processes.need.howMany')}
          unit={t('processes.unit.people')}
          value={Number(need)}
          onChange={(many) => set({ 'yutu:need': String(many ?? 1) })}
        />
      )}
      {kind === 'ratio' && (
        <NumberProperty
          label={t('processes.need.howMuch')}
          unit="%"
          value={Math.round(Number(ratio) * 100)}
          onChange={(percent) => set({ 'yutu:need': `ratio ${Math.min(100, percent ?? 50) / 100}` })}
        />
      )}
    </>
  )
}
