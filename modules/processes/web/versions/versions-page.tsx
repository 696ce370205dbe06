import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts, type Words } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk, useCall } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { useVersion } from '../design/version-tab.tsx'
import { pageOf } from '../list/start-dialog.tsx'
import '../design/findings.css'
import '../design/panel/panel.css'
import '../design/simulation.css'
import './versions.css'
import { CopyDialog } from './copy-dialog.tsx'
import { DifferenceList } from './difference-list.tsx'
import { Drawing } from './drawing.tsx'
import { TableVersion } from './table-version.tsx'
import { VersionTable } from './version-table.tsx'

type Kind = 'process' | 'decision'

/** One process or table: its versions, each as a drawing, and what is different from the one before. */
export default function VersionsPage() {
  const { kind = 'process', key = '' } = useParams() as { kind?: Kind; key?: string }
  const versions = useAsk('processes.version.list', { kind, key })
  const [chosen, setChosen] = useState<number | null>(null)
  if (versions.error) return <RefusalNotice error={versions.error} onRetry={() => void versions.refetch()} />
  if (!versions.data) return <PageSkeleton />
  const { rows, design, title } = versions.data
  const version = chosen ?? rows[0]?.version ?? null
  const before = rows.find((row) => version !== null && row.version < version)?.version ?? null
  return (
    <Frame kind={kind} name={key} title={title} version={version} design={design}>
      <VersionTable kind={kind} name={key} rows={rows} chosen={version} onChoose={setChosen} />
      {kind === 'decision' && version !== null && <TableVersion key={version} name={key} version={version} />}
      {kind === 'process' && version !== null && <Chosen name={key} version={version} before={before} />}
    </Frame>
  )
}

type FrameProps = {
  kind: Kind
  name: string
  title: Words
  version: number | null
  design: { id: string; by: string; state: string } | null
  children: React.ReactNode
}

function Frame({ kind, name, title, version, design, children }: FrameProps) {
  const { t, words } = useTexts()
  const { can } = useSession()
  const go = useNavigate()
  const start = useCall('processes.design.start')
  const [isCopying, setCopying] = useState(false)
  const change = () =>
    start.mutate(
      { kind, key: name, from: { version: { key: name, version: version! } } },
      { onSuccess: ({ designId }) => void go(pageOf(kind, designId)) },
    )
  const extra = (
    <>
      <Link to={kind === 'process' ? '/processes' : '/processes/decisions'}>
        <Button>{t('processes.back')}</Button>
      </Link>
      {version !== null && can('processes.design.start') && (
        <Button onClick={() => setCopying(true)}>{t('processes.copy')}</Button>
      )}
      {design ? (
        <Link to={pageOf(kind, design.id)}>
          <Button type="primary">{t('processes.open', { name: design.by })}</Button>
        </Link>
      ) : (
        version !== null &&
        can('processes.design.start') && (
          <Button type="primary" loading={start.isPending} onClick={change}>
            {t('processes.change', { version })}
          </Button>
        )
      )}
    </>
  )
  return (
    <Page title={words(title)} note={name} extra={extra}>
      {start.error && <RefusalNotice error={start.error} />}
      <div className="versions">{children}</div>
      {isCopying && <CopyDialog kind={kind} name={name} version={version!} onClose={() => setCopying(false)} />}
    </Page>
  )
}

function Chosen({ name, version, before }: { name: string; version: number; before: number | null }) {
  const { t } = useTexts()
  const drawn = useAsk('processes.version.view', { kind: 'process', key: name, version })
  const [old, now] = [useVersion(name, before), useVersion(name, version)]
  return (
    <>
      <Section title={t('processes.version.drawing', { version })}>
        {drawn.error && <RefusalNotice error={drawn.error} />}
        {drawn.data && <Drawing key={version} content={drawn.data.content} name={`${name}-${version}`} />}
      </Section>
      {before !== null && old && now && (
        <Section title={t('processes.version.differences', { before, version })}>
          <DifferenceList before={old} after={now} />
        </Section>
      )}
    </>
  )
}
