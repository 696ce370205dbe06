import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Section } from '../../../../apps/ui/components/section.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import type { StepPanelProps } from '../../../../apps/ui/module-pages.ts'
import { useSession } from '../../../../apps/ui/session.ts'
import '../common/landuse.css'
import './survey.css'
import { ReasonDialog } from '../common/reason-dialog.tsx'

/** 成果生成: the reviewed case waits on the results page; or the base map stays as it is, with a reason. */
export default function ResultPanel({ case: view, onDone }: StepPanelProps) {
  const { t } = useTexts()
  const { can } = useSession()
  const [isKeeping, setKeeping] = useState(false)
  const scope = { area: view.areaCode, business: 'landuse' }
  return (
    <Section title={t('landuse.result.here')}>
      <p>{t('landuse.result.here.next')}</p>
      <div className="screen-buttons">
        {can('landuse.result.keep', scope) && (
          <Button onClick={() => setKeeping(true)}>{t('landuse.result.keep')}</Button>
        )}
        {can('landuse.result.draft', scope) && (
          <Link to={`/results?case=${view.id}`}>
            <Button type="primary">{t('landuse.result.go')}</Button>
          </Link>
        )}
      </div>
      {isKeeping && (
        <ReasonDialog
          verb="landuse.result.keep"
          title={t('landuse.result.keep')}
          ask={t('landuse.result.keep.ask', { number: view.number })}
          input={{ caseId: view.id }}
          onClose={() => setKeeping(false)}
          onDone={onDone}
        />
      )}
    </Section>
  )
}
