import { Link } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { day } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { ProjectView } from '../answers.ts'

/** Every case of the project in the order of its filing, and documents of other authorities. */
export function ProjectCases({ project: { cases, milestones } }: { project: ProjectView }) {
  const { t, words } = useTexts()
  const stageOf = (stage: string | null) => (stage ? t(`approvals.stage.${stage}`) : '—')
  if (cases.length + milestones.length === 0)
    return <EmptyState small title={t('approvals.project.noCase')} next={t('approvals.project.noCase.next')} />
  return (
    <div className="project-cases">
      <table className="plain-table">
        <thead>
          <tr>
            {['stage', 'number', 'item', 'state', 'opened', 'closed', 'due'].map((key) => (
              <th key={key}>{t(`approvals.cases.${key}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.id}>
              <td>{stageOf(one.stage)}</td>
              <td>
                <Link to={`/cases/${one.id}`}>{one.number}</Link>
              </td>
              <td>{words(one.itemTitle)}</td>
              <td>{one.state === 'ended' ? t(`approvals.result.${one.result}`) : t(`cases.state.${one.state}`)}</td>
              <td className="number">{day(one.openedAt)}</td>
              <td className="number">{day(one.closedAt)}</td>
              <td className="number">{one.closedAt ? '—' : day(one.due)}</td>
            </tr>
          ))}
          {milestones.map((one) => (
            <tr key={one.stage}>
              <td>{stageOf(one.stage)}</td>
              <td>{one.number}</td>
              <td>{one.authority}</td>
              <td>{t('approvals.milestone.recorded', { name: one.recordedBy })}</td>
              <td />
              <td className="number">{day(one.decidedOn)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
