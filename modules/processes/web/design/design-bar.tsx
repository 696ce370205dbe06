import { Button } from 'antd'
import type Modeler from 'bpmn-js/lib/Modeler'
import { Link } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { errorsAmong } from '../../rules/finding.ts'
import type { DesignView } from '../answers.ts'
import { DesignTools } from './design-tools.tsx'
import { Progress, SavingWord } from './progress.tsx'
import { PublishActs } from './publish-acts.tsx'
import type { Checked } from './use-checks.ts'
import type { useDraft } from './use-draft.ts'

type Props = {
  design: DesignView['design']
  checked: Checked
  draft: ReturnType<typeof useDraft>
  modeler: Modeler | null
  isEditable: boolean
  onReload: () => Promise<void>
}

/** What is drawn, where it stands on its way to being in force, and what may be done with it now. */
export function DesignBar({ design, checked, draft, modeler, isEditable, onReload }: Props) {
  const { t } = useTexts()
  const { saving } = draft
  const title = checked.process?.title.zh ?? design.title
  return (
    <header className="design-bar">
      <div className="design-line">
        <Link to={`/processes/of/${design.kind}/${design.key}`}>{t('processes.back')}</Link>
        <h1 className="design-title">{title}</h1>
        <span className="quiet">{design.key}</span>
        <SavingWord saving={saving} isEditable={isEditable} />
        {modeler && <DesignTools modeler={modeler} name={design.key} isEditable={isEditable} />}
        <PublishActs design={design} errors={errorsAmong(checked.findings).length} draft={draft} onReload={onReload} />
      </div>
      <Progress design={design} errors={errorsAmong(checked.findings).length} />
      {saving.state === 'refused' && (
        <RefusalNotice
          error={saving.error}
          action={<Button onClick={() => void onReload()}>{t('processes.reload')}</Button>}
        />
      )}
    </header>
  )
}
