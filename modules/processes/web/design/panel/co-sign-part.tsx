import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { service } from '../canvas/canvas-types.ts'
import { waysOf } from '../canvas/outcomes.ts'
import { attributesOf, type Editing, setPart } from './editing.ts'
import { Group } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { NumberProperty, TickProperty } from './property-inputs.tsx'
import { SignersPart } from './signers-part.tsx'

/** 会签 或签 传阅: who signs, all at once or in turn, how many are enough, where it goes then. */
export function CoSignPart({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { text, set } = attributesOf(editing)
  const loop = editing.element.businessObject.loopCharacteristics
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
    <Group title={t('processes.group.coSign')} hint={t('processes.group.coSign.hint')}>
      <TickProperty
        label={t('processes.prop.coSign')}
        value={loop !== undefined}
        onChange={(on) => (on ? begin() : end())}
      />
      {loop && (
        <>
          <SignersPart editing={editing} />
          <SelectProperty
            label={t('processes.prop.order')}
            value={loop.isSequential ? 'inTurn' : 'atOnce'}
            options={['atOnce', 'inTurn'].map((value) => ({ value, label: t(`processes.order.${value}`) }))}
            onChange={(order) => setPart(editing, loop, { isSequential: order === 'inTurn' })}
          />
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
          decimals={2}
          value={Number((Number(ratio) * 100).toPrecision(12))}
          onChange={(percent) => set({ 'yutu:need': `ratio ${Math.min(100, percent ?? 50) / 100}` })}
        />
      )}
    </>
  )
}
