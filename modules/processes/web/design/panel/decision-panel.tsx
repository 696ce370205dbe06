import { useTexts } from '../../../../../apps/ui/i18n/use-texts.ts'
import { namesIn } from '../../../rules/check-facts.ts'
import { attributesOf, type Editing } from './editing.ts'
import { MappingPart } from './mapping-part.tsx'
import { Group } from './property.tsx'
import { SelectProperty } from './property-choices.tsx'
import { TitlePart } from './title-part.tsx'
import { useFacts } from './use-facts.ts'
import { useOptions } from './use-options.ts'
import { VersionChoice } from './version-choice.tsx'

/** 决策表: which, in which version, what it is asked with, and under which names its answer is kept. */
export function DecisionPanel({ editing }: { editing: Editing }) {
  const { t } = useTexts()
  const { decisions } = useOptions(editing.known)
  const facts = useFacts(editing)
  const { text, set } = attributesOf(editing)
  const chosen = editing.known.decisions.find(({ key }) => key === text('yutu:decision'))
  const gives = chosen?.table.outputs.map(({ name, label }) => ({ value: name, label: `${label} (${name})` })) ?? []
  const asks = chosen?.table.inputs.flatMap(({ expression, label }) => askedBy(expression, label)) ?? []
  return (
    <>
      <Group title={t('processes.draw.decision')} hint={t('processes.draw.decision.help')}>
        <TitlePart editing={editing} />
        <SelectProperty
          label={t('processes.prop.decision')}
          value={text('yutu:decision')}
          options={decisions}
          onChange={(decision) => set({ 'yutu:decision': decision, 'yutu:decisionVersion': '' })}
        />
        {chosen && (
          <p className="quiet">
            {t('processes.prop.decision.gives', { names: chosen.outputs.join(t('common.comma')) })}
          </p>
        )}
        {chosen && (
          <VersionChoice
            name="decisionVersion"
            value={text('yutu:decisionVersion')}
            versions={chosen.versions.map(({ version, table }) => ({ value: table.version, version }))}
            onChange={(digest) => set({ 'yutu:decisionVersion': digest })}
          />
        )}
      </Group>
      <Group title={t('processes.group.data')}>
        <MappingPart
          editing={editing}
          attribute="yutu:inputs"
          label={t('processes.prop.decisionInputs')}
          hint={t('processes.prop.decisionInputs.hint')}
          names={asks}
        />
        <MappingPart
          editing={editing}
          attribute="yutu:outputs"
          label={t('processes.prop.decisionOutputs')}
          hint={t('processes.prop.decisionOutputs.hint')}
          names={facts}
          sources={gives}
        />
      </Group>
    </>
  )
}

const askedBy = (expression: string, label: string) =>
  namesIn(expression).map((name) => ({ value: name, label: name === label ? name : `${label} (${name})` }))
