import { Button } from 'antd'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { readDmn } from '../../../../kernel/process/decision/read-dmn.ts'
import type { DecisionTable } from '../../../../kernel/process/decision/table.ts'
import { writeDmn } from '../../../../kernel/process/decision/write-dmn.ts'
import { checkCells } from '../../rules/check-cells.ts'
import { checkTable } from '../../rules/check-table.ts'
import { errorsAmong } from '../../rules/finding.ts'
import type { DesignView } from '../answers.ts'
import { Progress, SavingWord } from '../design/progress.tsx'
import { PublishActs } from '../design/publish-acts.tsx'
import { useDraft } from '../design/use-draft.ts'
import '../design/design.css'
import '../design/findings.css'
import '../design/panel/panel.css'
import '../design/simulation.css'
import './table.css'
import { TableEditor } from './table-editor.tsx'
import { TableFindings } from './table-findings.tsx'
import { TablePanel } from './table-panel.tsx'

/** 决策表: edited, tried with values, published by two persons. */
export default function TablePage() {
  const { designId = '' } = useParams()
  const view = useAsk('processes.design.view', { designId }, { staleTime: Number.POSITIVE_INFINITY })
  const read = useTable(view.data)
  if (view.error) return <RefusalNotice error={view.error} onRetry={() => void view.refetch()} />
  if (!view.data || !read) return <PageSkeleton />
  if ('code' in read) return <RefusalNotice error={new ProblemError(read.code, read.status, read.params ?? {})} />
  const { id, state, changedAt } = view.data.design
  return (
    <Work
      key={`${id} ${state} ${state === 'draft' ? '' : changedAt}`}
      design={view.data.design}
      first={read}
      onReload={view.refetch}
    />
  )
}

function useTable(view: DesignView | undefined) {
  const [read, setRead] = useState<Awaited<ReturnType<typeof readDmn>> | null>(null)
  useEffect(() => {
    if (view) void readDmn(view.design.content).then(setRead)
  }, [view])
  return read
}

type Props = { design: DesignView['design']; first: DecisionTable; onReload: () => Promise<unknown> }

function Work({ design, first, onReload }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [table, setTable] = useState(first)
  const [changes, setChanges] = useState(0)
  const [hits, setHits] = useState<string[]>([])
  const latest = useRef(table)
  latest.current = table
  const contentOf = useCallback(() => writeDmn(latest.current), [])
  const isEditable = design.state === 'draft' && can('processes.design.save')
  const draft = useDraft(design.id, design.revision, isEditable ? contentOf : null, changes)
  const findings = [...checkTable(table), ...checkCells(table)]
  const errors = errorsAmong(findings).length
  const change = (next: DecisionTable) => {
    setTable(next)
    setChanges((before) => before + 1)
  }
  const reload = async () => {
    await onReload()
  }
  return (
    <div className="design">
      <header className="design-bar">
        <div className="design-line">
          <Link to={`/processes/of/decision/${design.key}`}>{t('processes.back')}</Link>
          <h1 className="design-title">{table.name}</h1>
          <span className="quiet">{design.key}</span>
          <SavingWord saving={draft.saving} isEditable={isEditable} />
          <span className="design-tools" />
          <PublishActs design={design} errors={errors} draft={draft} onReload={reload} />
        </div>
        <Progress design={design} errors={errors} />
        {draft.saving.state === 'refused' && (
          <RefusalNotice
            error={draft.saving.error}
            action={<Button onClick={() => void reload()}>{t('processes.reload')}</Button>}
          />
        )}
      </header>
      <div className="design-body">
        <div className="table-work">
          <TableEditor table={table} hits={hits} isEditable={isEditable} onChange={change} />
          <TableFindings findings={findings} />
        </div>
        <TablePanel table={table} isEditable={isEditable} onChange={change} onHits={setHits} />
      </div>
    </div>
  )
}
