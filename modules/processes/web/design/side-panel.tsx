import { Tabs } from 'antd'
import type Modeler from 'bpmn-js/lib/Modeler'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { errorsAmong } from '../../rules/finding.ts'
import type { KnownNames } from '../../rules/known.ts'
import type { DesignView } from '../answers.ts'
import { FindingList } from './finding-list.tsx'
import { Properties } from './panel/properties.tsx'
import { SimulationPanel } from './simulation-panel.tsx'
import type { Checked } from './use-checks.ts'
import { useSelected } from './use-modeler.ts'
import type { useSimulation } from './use-simulation.ts'
import { VersionTab } from './version-tab.tsx'

type Props = {
  modeler: Modeler
  view: DesignView
  known: KnownNames
  checked: Checked
  changes: number
  simulation: ReturnType<typeof useSimulation>
  isEditable: boolean
}

/** Properties, findings, simulation, differences: beside the drawing. */
export function SidePanel({ modeler, view, known, checked, changes, simulation, isEditable }: Props) {
  const { t } = useTexts()
  const element = useSelected(modeler)
  const errors = errorsAmong(checked.findings).length
  const editing = element && { modeler, element, known, process: checked.process, changes }
  const findings = (
    <span>
      {t('processes.tab.findings')}
      {checked.findings.length > 0 && (
        <span className={errors > 0 ? 'tab-count has-error' : 'tab-count'}>{checked.findings.length}</span>
      )}
    </span>
  )
  return (
    <aside className="design-side">
      <Tabs
        className="panel-tabs tabs-whole"
        tabBarGutter={0}
        items={[
          {
            key: 'properties',
            label: t('processes.tab.properties'),
            children: (
              <fieldset className="bare" disabled={!isEditable}>
                <Properties editing={editing} />
              </fieldset>
            ),
          },
          {
            key: 'findings',
            label: findings,
            children: <FindingList modeler={modeler} findings={checked.findings} process={checked.process} />,
          },
          {
            key: 'simulation',
            label: t('processes.tab.simulation'),
            children: <SimulationPanel checked={checked} known={known} simulation={simulation} />,
          },
          {
            key: 'differences',
            label: t('processes.tab.differences'),
            children: <VersionTab view={view} process={checked.process} />,
          },
        ]}
      />
    </aside>
  )
}
