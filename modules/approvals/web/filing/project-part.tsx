import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { useAsk } from '../../../../apps/ui/queries.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import type { ItemView } from '../answers.ts'
import { LifeCycleLine } from '../projects/life-cycle-line.tsx'
import { RegisterDialog } from '../projects/register-dialog.tsx'
import { Row } from './applicant-part.tsx'
import type { Filed } from './filed.ts'

type Props = { item: ItemView['item']; filed: Filed; onChange: (part: Partial<Filed>) => void }

/** 项目: found by code, name or owner, or registered on the spot; its stages say whether this one's turn has come. */
export function ProjectPart({ item, filed, onChange }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [text, setText] = useState(filed.project)
  const [isRegistering, setRegistering] = useState(false)
  const { data, error } = useAsk('approvals.project.list', { text, pageSize: 20 }, { keep: true })
  const project = data?.rows.find(({ code }) => code === filed.project)
  const wanting = item.requires.filter((stage) => project?.stages.find((one) => one.stage === stage)?.state !== 'done')
  return (
    <div className="form">
      <Row label={t(item.requires.length > 0 ? 'approvals.project.must' : 'approvals.project.may')}>
        {(id) => (
          <Select
            id={id}
            style={{ width: '100%' }}
            allowClear
            showSearch={{ filterOption: false, onSearch: setText }}
            value={filed.project || undefined}
            placeholder={t('approvals.project.find')}
            options={data?.rows.map(({ code, name }) => ({ value: code, label: `${name} ${code}` })) ?? []}
            onChange={(code?: string) => onChange({ project: code ?? '' })}
          />
        )}
      </Row>
      <RefusalNotice error={error} />
      {project && (
        <>
          <LifeCycleLine stages={project.stages} />
          <Link to={`/projects/${project.code}`}>{t('approvals.project.open')}</Link>
        </>
      )}
      {project && wanting.length > 0 && (
        <p className="form-issue" role="alert">
          {t('approvals.project.wanting', {
            stages: wanting.map((stage) => t(`approvals.stage.${stage}`)).join(t('common.comma')),
          })}
        </p>
      )}
      {!project && can('approvals.project.register') && (
        <Button size="small" onClick={() => setRegistering(true)}>
          {t('approvals.project.register')}
        </Button>
      )}
      {isRegistering && (
        <RegisterDialog
          first={{ name: filed.title, ownerName: filed.applicantName, areaCode: filed.areaCode }}
          onClose={() => setRegistering(false)}
          onDone={(code) => {
            setText(code)
            onChange({ project: code })
          }}
        />
      )}
    </div>
  )
}
