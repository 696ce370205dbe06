import { Button, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { addressOf } from '../../../../apps/ui/api.ts'
import { Facts, Section } from '../../../../apps/ui/components/section.tsx'
import { fileSize, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ProjectView } from '../answers.ts'
import { LifeCycleLine } from './life-cycle-line.tsx'
import { MilestoneDialog } from './milestone-dialog.tsx'

/** What the project is, how far it has come, what may be filed next, and every document of its cases. */
export function ProjectPanel({ project }: { project: ProjectView }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isRecording, setRecording] = useState(false)
  return (
    <>
      <div className="panel-head">
        <span className="quiet number">{project.code}</span>
        <h1 className="panel-title">{project.name}</h1>
        <div className="panel-facts">
          <span>{project.areaName}</span>
          <span>{project.ownerName}</span>
        </div>
      </div>
      <div className="panel-body">
        <Section title={t('approvals.lifeCycle')}>
          <LifeCycleLine stages={project.stages} />
        </Section>
        <Section title={t('approvals.project.about')}>
          <Facts
            rows={[
              [t('approvals.project.owner'), project.ownerName],
              [t('approvals.applicant.code'), project.ownerCode],
              [t('approvals.project.investmentCode'), project.investmentCode],
              [t('approvals.project.registeredAt'), `${instant(project.registeredAt)} ${project.registeredBy}`],
            ]}
          />
        </Section>
        <Files project={project} />
      </div>
      <div className="panel-foot">
        {can('approvals.project.recordMilestone', { area: project.area }) && (
          <Button onClick={() => setRecording(true)}>{t('approvals.milestone.record')}</Button>
        )}
        {can('approvals.case.file', { area: project.area }) && <FileNext project={project} />}
      </div>
      {isRecording && <MilestoneDialog project={project} onClose={() => setRecording(false)} />}
    </>
  )
}

/** Items of stages whose turn has come. */
function FileNext({ project: { stages } }: { project: ProjectView }) {
  const { t, words } = useTexts()
  const go = useNavigate()
  const { data } = useAsk('approvals.item.list', { open: true })
  const stateOf = (stage: string) => stages.find((one) => one.stage === stage)?.state
  const next = (data?.rows ?? []).filter(
    ({ stage, requires }) =>
      stage && ['none', 'refused'].includes(stateOf(stage) ?? '') && requires.every((one) => stateOf(one) === 'done'),
  )
  return (
    <Select
      className="file-next"
      aria-label={t('approvals.project.fileNext')}
      placeholder={t('approvals.project.fileNext')}
      value={null}
      options={next.map(({ code, title }) => ({ value: code, label: words(title) }))}
      notFoundContent={t('approvals.project.nothingNext')}
      onChange={(code: string) => void go(`/filing/${code}`)}
    />
  )
}

function Files({ project: { files } }: { project: ProjectView }) {
  const { t } = useTexts()
  return (
    <Section title={t('approvals.project.files', { count: files.length })}>
      <ul className="project-files">
        {files.map(({ id, title, number, size }) => (
          <li key={id}>
            <a href={addressOf('casework.resource.download', { resourceId: id })}>{title}</a>
            <span className="quiet number">{size === null ? '' : fileSize(size)}</span>
            <span className="quiet">{number}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
