import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { EmptyState } from '../../../../apps/ui/components/empty-state.tsx'
import { Page } from '../../../../apps/ui/components/page.tsx'
import { instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { TableColumn } from '../../../../apps/ui/table/column.ts'
import { DataTable } from '../../../../apps/ui/table/data-table.tsx'
import { useAreaNames } from '../../../../apps/ui/use-areas.ts'
import type { ProjectRow, Stages } from '../answers.ts'
import './projects.css'
import { RegisterDialog } from './register-dialog.tsx'

/** 项目库: every project under its one code, and how far it has come. */
export default function ProjectsPage() {
  const { t } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const [isRegistering, setRegistering] = useState(false)
  const register = can('approvals.project.register') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setRegistering(true)}>
      {t('approvals.project.register')}
    </Button>
  )
  return (
    <Page title={t('approvals.projects')} note={t('approvals.projects.note')} extra={register}>
      <div className="card card-fill">
        <DataTable<ProjectRow>
          id="approvals.projects"
          title={t('approvals.projects')}
          query="approvals.project.list"
          rowKey={({ code }) => code}
          columns={useColumns()}
          filters={[{ name: 'text', label: t('approvals.projects.search'), kind: 'text' }]}
          onOpen={({ code }) => go(`/projects/${code}`)}
          empty={
            <EmptyState
              title={t('approvals.projects.none')}
              next={t('approvals.projects.none.next')}
              action={register}
            />
          }
        />
      </div>
      {isRegistering && (
        <RegisterDialog onClose={() => setRegistering(false)} onDone={(code) => void go(`/projects/${code}`)} />
      )}
    </Page>
  )
}

/** The furthest stage that is done or under way. */
const reached = (stages: Stages) => stages.findLast(({ state }) => state === 'done' || state === 'running')

function useColumns(): TableColumn<ProjectRow>[] {
  const { t } = useTexts()
  const nameOf = useAreaNames()
  const standing = ({ stages }: ProjectRow) => {
    const last = reached(stages)
    return last
      ? `${t(`approvals.stage.${last.stage}`)} · ${t(`approvals.stageState.${last.state}`)}`
      : t('approvals.project.begins')
  }
  return [
    { key: 'code', title: t('approvals.project.code'), width: 180, value: (row) => row.code },
    { key: 'name', title: t('approvals.project.name'), width: 240, isName: true, value: (row) => row.name },
    { key: 'owner', title: t('approvals.project.owner'), width: 180, value: (row) => row.ownerName },
    { key: 'area', title: t('approvals.case.area'), width: 120, value: (row) => nameOf(row.area) },
    { key: 'standing', title: t('approvals.project.standing'), width: 170, value: standing },
    {
      ...{ key: 'registered', title: t('approvals.project.registeredAt'), width: 150, type: 'date' },
      value: (row) => instant(row.registeredAt),
    },
  ]
}
