import { DownloadOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type Modeler from 'bpmn-js/lib/Modeler'
import { Link } from 'react-router'
import { RefusalNotice } from '../../../../apps/ui/components/refusal-notice.tsx'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { errorsAmong } from '../../rules/finding.ts'
import type { DesignView } from '../answers.ts'
import { service } from './canvas/canvas-types.ts'
import { Progress, SavingWord } from './progress.tsx'
import { PublishActs } from './publish-acts.tsx'
import type { Checked } from './use-checks.ts'
import { type useDraft, xmlOf } from './use-draft.ts'
import { fit } from './use-modeler.ts'

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
        <span className="design-tools">
          {modeler && isEditable && <HistoryTools modeler={modeler} />}
          {modeler && (
            <>
              <Button size="small" onClick={() => fit(modeler)}>
                {t('processes.tool.fit')}
              </Button>
              <Tooltip title={t('processes.export')}>
                <Button
                  size="small"
                  icon={<DownloadOutlined />}
                  aria-label={t('processes.export')}
                  onClick={() => void download(modeler, design.key)}
                />
              </Tooltip>
            </>
          )}
        </span>
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

function HistoryTools({ modeler }: { modeler: Modeler }) {
  const { t } = useTexts()
  const stack = service(modeler, 'commandStack')
  return (
    <>
      <Tooltip title={`${t('processes.tool.undo')} Ctrl+Z`}>
        <Button
          size="small"
          icon={<UndoOutlined />}
          aria-label={t('processes.tool.undo')}
          disabled={!stack.canUndo()}
          onClick={() => stack.undo()}
        />
      </Tooltip>
      <Tooltip title={`${t('processes.tool.redo')} Ctrl+Y`}>
        <Button
          size="small"
          icon={<RedoOutlined />}
          aria-label={t('processes.tool.redo')}
          disabled={!stack.canRedo()}
          onClick={() => stack.redo()}
        />
      </Tooltip>
    </>
  )
}

async function download(modeler: Modeler, key: string): Promise<void> {
  const blob = new Blob([await xmlOf(modeler)], { type: 'application/xml' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${key}.bpmn`
  link.click()
  URL.revokeObjectURL(link.href)
}
