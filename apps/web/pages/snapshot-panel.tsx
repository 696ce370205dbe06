import { CloseOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { addressOf } from '../../ui/api.ts'
import { FlowDiagram } from '../../ui/components/flow-diagram.tsx'
import { nodesOf } from '../../ui/components/flow-layout.ts'
import { HistoryList } from '../../ui/components/history-list.tsx'
import { OpinionList } from '../../ui/components/opinion-list.tsx'
import { Facts, Section } from '../../ui/components/section.tsx'
import { FormRenderer } from '../../ui/form/form-renderer.tsx'
import { fileSize, instant } from '../../ui/format.ts'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { filledForms, type Sealed, type SnapshotView } from './snapshot-view.ts'

type Props = { snapshot: SnapshotView; sealed: Sealed | null; isVerifying: boolean; onVerify: () => void }

/** What was sealed, and whether it still is what was sealed. */
export function SnapshotPanel({ snapshot, sealed, isVerifying, onVerify }: Props) {
  const { t } = useTexts()
  const navigate = useNavigate()
  return (
    <>
      <div className="panel-head">
        <div className="panel-line">
          <span className="quiet number">{snapshot.number}</span>
          <Button
            className="panel-close"
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('common.close')}
            onClick={() => void navigate('/snapshots')}
          />
        </div>
        <h1 className="panel-title">{snapshot.title}</h1>
        <div className="panel-facts">
          <span>
            {t('snapshots.taken')} <b>{instant(snapshot.takenAt)}</b>
          </span>
        </div>
      </div>
      <div className="panel-body">
        <Verdict fault={snapshot.fault} />
        <Seal snapshot={snapshot} />
        {sealed && <SealedCase sealed={sealed} />}
        <SealedFiles snapshot={snapshot} />
        <Addenda snapshot={snapshot} />
      </div>
      <div className="panel-foot">
        <Link to={`/cases/${snapshot.caseId}`} style={{ marginRight: 'auto', alignSelf: 'center' }}>
          {t('snapshot.openCase')}
        </Link>
        <Button loading={isVerifying} onClick={onVerify}>
          {t('snapshot.verify')}
        </Button>
        <Button type="primary" href={addressOf('casework.snapshot.download', { snapshotId: snapshot.id })}>
          {t('snapshot.download')}
        </Button>
      </div>
    </>
  )
}

function Verdict({ fault }: { fault: SnapshotView['fault'] }) {
  const { t } = useTexts()
  if (!fault) return <Alert type="success" showIcon title={t('snapshot.whole')} />
  const path = 'path' in fault ? fault.path : ''
  return (
    <Alert
      type="error"
      showIcon
      title={t('snapshot.fault')}
      description={t(`snapshot.fault.${fault.kind}`, { path })}
    />
  )
}

function Seal({ snapshot: { digest, receipt, size } }: { snapshot: SnapshotView }) {
  const { t } = useTexts()
  return (
    <Section title={t('snapshot.seal')}>
      <Facts
        rows={[
          [t('snapshots.digest'), <code key="digest">{digest}</code>],
          [t('snapshot.algorithm'), receipt.algorithm],
          [t('snapshot.signer'), receipt.signer],
          [t('snapshot.key'), <code key="key">{receipt.keyId}</code>],
          [t('snapshots.size'), fileSize(size)],
        ]}
      />
    </Section>
  )
}

function SealedCase({ sealed: { forms, opinions, process, history } }: { sealed: Sealed }) {
  const { t, words } = useTexts()
  const titleOf = (step: string) => words(process.steps.find(({ id }) => id === step)?.title) || step
  const passed = Object.fromEntries(history.flatMap(({ step }) => (step ? [[step, 'done' as const]] : [])))
  return (
    <>
      <Section title={t('snapshot.opinions')}>
        {opinions.length > 0 ? (
          <OpinionList opinions={opinions} titleOf={titleOf} />
        ) : (
          <span className="quiet">{t('snapshot.opinions.none')}</span>
        )}
      </Section>
      {filledForms(forms).map((form) => (
        <Section key={form.key} title={words(form.title)}>
          <FormRenderer definition={form} values={forms.values} />
        </Section>
      ))}
      <Section title={t('snapshot.flow')}>
        <FlowDiagram nodes={nodesOf(process)} states={passed} />
        <HistoryList events={history} titleOf={titleOf} />
      </Section>
    </>
  )
}

function SealedFiles({ snapshot: { id, manifest } }: { snapshot: SnapshotView }) {
  const { t } = useTexts()
  const entries = manifest?.entries ?? []
  return (
    <Section title={t('snapshot.files')}>
      {entries.length === 0 && <span className="quiet">{t('snapshot.files.none')}</span>}
      {entries.map(({ path, size }) => (
        <div key={path} className="file-row">
          <a href={addressOf('casework.snapshot.download', { snapshotId: id, path })}>{path}</a>
          <span className="quiet number">{fileSize(size)}</span>
        </div>
      ))}
    </Section>
  )
}

/** What came after the sealing: documents handed over, revoked; nothing is shown where nothing has. */
function Addenda({ snapshot: { id, addenda } }: { snapshot: SnapshotView }) {
  const { t } = useTexts()
  if (addenda.length === 0) return null
  return (
    <Section title={t('snapshot.addenda')}>
      <p className="quiet">{t('snapshot.addenda.note')}</p>
      {addenda.map(({ nth, kind, title, number, reason, file, addedAt, addedBy, digest }) => (
        <div key={nth} className="addendum">
          <p>
            <b>{t(`snapshot.addendum.${kind}`)}</b>{' '}
            {file === null ? (
              `${title} ${number}`
            ) : (
              <a href={addressOf('casework.snapshot.download', { snapshotId: id, addendum: nth })}>
                {title} {number}
              </a>
            )}
          </p>
          {reason !== null && <p>{reason}</p>}
          <p className="quiet">
            <span className="number">{instant(addedAt)}</span> {addedBy.name}
          </p>
          <code>{digest}</code>
        </div>
      ))}
    </Section>
  )
}
