import { CheckCircleFilled, CloseCircleFilled, RightOutlined, WarningFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { Facts } from '../../../../apps/ui/components/section.tsx'
import { StatusDot } from '../../../../apps/ui/components/status-dot.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import { LINKS, type Link as LinkName } from '../../rules/chain.ts'
import type { ChainView } from '../answers.ts'
import './chain.css'
import { useChainParts } from './use-chain-parts.tsx'

/** 事项全链条: six links, what each rests on, what is missing, and the way to change it. */
export default function ChainPage() {
  const { code = '' } = useParams()
  const { data, error, refetch } = useAsk('approvals.item.chain', { code })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  return data ? <Chain view={data} /> : <PageSkeleton />
}

function Chain({ view }: { view: ChainView }) {
  const { t, words } = useTexts()
  const { can } = useSession()
  const parts = useChainParts(view)
  const errors = view.findings.filter(({ level }) => level === 'error').length
  const extra = (
    <>
      <Link to={`/items/${view.item.code}`}>
        <Button>{t('approvals.tab.item')}</Button>
      </Link>
      {can('approvals.item.propose') && (
        <Link to={`/items/${view.item.code}/edit`}>
          <Button type="primary">{t('approvals.item.edit')}</Button>
        </Link>
      )}
    </>
  )
  return (
    <Page
      title={t('approvals.chain.title', { item: words(view.item.title) })}
      note={t('approvals.chain.note')}
      extra={extra}
    >
      <p className={`chain-verdict ${errors > 0 ? 'chain-bad' : 'chain-good'}`} role="status">
        {errors > 0 ? <CloseCircleFilled /> : <CheckCircleFilled />}{' '}
        {errors > 0 ? t('approvals.chain.lacking', { count: errors }) : t('approvals.chain.all')}
      </p>
      <ol className="chain">
        {LINKS.map((link, k) => (
          <li key={link} className="card card-pad chain-link">
            <header className="chain-head">
              <span className="chain-number number">{k + 1}</span>
              <h2 className="table-title">{t(`approvals.chain.${link}`)}</h2>
              <LinkState view={view} link={link} />
              {k < LINKS.length - 1 && <RightOutlined className="chain-arrow" aria-hidden />}
            </header>
            <Facts rows={parts[link]} />
            <Findings view={view} link={link} />
          </li>
        ))}
      </ol>
    </Page>
  )
}

type LinkProps = { view: ChainView; link: LinkName }

function LinkState({ view, link }: LinkProps) {
  const { t } = useTexts()
  const of = (level: string) => view.findings.filter((one) => one.link === link && one.level === level).length
  const [errors, warnings] = [of('error'), of('warning')]
  if (errors > 0) return <StatusDot tone="bad">{t('approvals.chain.errors', { count: errors })}</StatusDot>
  if (warnings > 0) return <StatusDot tone="warning">{t('approvals.chain.warnings', { count: warnings })}</StatusDot>
  return <StatusDot tone="good">{t('approvals.chain.complete')}</StatusDot>
}

function Findings({ view, link }: LinkProps) {
  const { t, has } = useTexts()
  const params = (all: Record<string, string | number> = {}) =>
    Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, has(String(value)) ? t(String(value)) : value]),
    )
  const own = view.findings.filter((one) => one.link === link)
  return (
    <ul className="chain-findings">
      {own.map(({ level, problem }) => (
        <li key={`${problem.code} ${JSON.stringify(problem.params)}`} className={`chain-${level}`}>
          {level === 'error' ? <CloseCircleFilled /> : <WarningFilled />} {t(problem.code, params(problem.params))}
        </li>
      ))}
    </ul>
  )
}
