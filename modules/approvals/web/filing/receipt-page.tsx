import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { Page, PageSkeleton } from '../../../../apps/ui/components/page.tsx'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { day, instant } from '../../../../apps/ui/format.ts'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import type { FilingView } from '../answers.ts'
import './filing.css'

/** 收件回执: number, papers received, and until when the bureau has promised an answer; for the printer. */
export default function ReceiptPage() {
  const { caseId = '' } = useParams()
  const { t } = useTexts()
  const { data, error, refetch } = useAsk('approvals.case.view', { caseId })
  if (error) return <RefusalNotice error={error} onRetry={() => refetch()} />
  if (!data) return <PageSkeleton />
  const acts = (
    <>
      <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
        {t('approvals.receipt.print')}
      </Button>
      <Link to={`/cases/${caseId}`}>
        <Button type="primary">{t('approvals.receipt.open')}</Button>
      </Link>
    </>
  )
  return (
    <Page title={t('approvals.receipt')} note={t('approvals.receipt.note', { number: data.number })} extra={acts}>
      <Receipt view={data} />
    </Page>
  )
}

function Receipt({ view }: { view: FilingView }) {
  const { t, words } = useTexts()
  const { filed, item } = view
  const facts = [
    [t('approvals.receipt.number'), <b key="number">{view.number}</b>],
    [t('approvals.item.title'), words(item.title)],
    [t('approvals.case.title'), view.title],
    [t('approvals.applicant.name'), `${filed.applicantName}（${t(`approvals.applicant.${filed.applicantKind}`)}）`],
    [t('approvals.project.code'), view.project ? `${view.project.name} ${view.project.code}` : '—'],
    [t('approvals.receipt.at'), instant(view.openedAt)],
    [t('approvals.receipt.due'), t('approvals.receipt.dueDays', { day: day(view.due), count: item.promisedDays })],
    [t('approvals.receipt.by'), filed.filedBy ?? '—'],
  ] as const
  return (
    <article className="receipt">
      <h2>{t('approvals.receipt.title')}</h2>
      <dl className="receipt-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ReceivedPapers view={view} />
      <p className="receipt-law">{t('approvals.receipt.law')}</p>
      <div className="receipt-signatures">
        <span>{t('approvals.receipt.applicant')}</span>
        <span>{t('approvals.receipt.clerk')}</span>
      </div>
    </article>
  )
}

function ReceivedPapers({ view }: { view: FilingView }) {
  const { t } = useTexts()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th>{t('approvals.receipt.row')}</th>
          <th>{t('approvals.material')}</th>
          <th>{t('approvals.material.form')}</th>
          <th>{t('approvals.receipt.files')}</th>
        </tr>
      </thead>
      <tbody>
        {view.materials.map(({ key, title, form, files }, k) => (
          <tr key={key}>
            <td className="number">{k + 1}</td>
            <td>{title}</td>
            <td>{t(`approvals.material.${form}`)}</td>
            <td>
              {files.length === 0
                ? t('approvals.receipt.notReceived')
                : t('approvals.receipt.received', { count: files.length })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
