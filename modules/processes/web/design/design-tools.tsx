import {
  CopyOutlined,
  DownloadOutlined,
  PictureOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  SnippetsOutlined,
  UndoOutlined,
} from '@ant-design/icons'
import { Button, Popover, Tooltip } from 'antd'
import type Modeler from 'bpmn-js/lib/Modeler'
import type { ReactNode } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { saveFile } from '../save-file.ts'
import { service } from './canvas/canvas-types.ts'
import { xmlOf } from './use-draft.ts'
import { fit } from './use-modeler.ts'

type Props = { modeler: Modeler; name: string; isEditable: boolean }

/** Undo, redo, copy, paste, the whole sheet, and the drawing as a file or a picture. */
export function DesignTools({ modeler, name, isEditable }: Props) {
  const { t } = useTexts()
  const bpmn = async () => saveFile(`${name}.bpmn`, await xmlOf(modeler), 'application/xml')
  const svg = async () => saveFile(`${name}.svg`, (await modeler.saveSVG()).svg, 'image/svg+xml')
  return (
    <span className="design-tools">
      {isEditable && <EditTools modeler={modeler} />}
      <Button size="small" onClick={() => fit(modeler)}>
        {t('processes.tool.fit')}
      </Button>
      <Tool label={t('processes.export.bpmn')} icon={<DownloadOutlined />} act={() => void bpmn()} />
      <Tool label={t('processes.export.svg')} icon={<PictureOutlined />} act={() => void svg()} />
      {isEditable && <KeyHelp />}
    </span>
  )
}

function EditTools({ modeler }: { modeler: Modeler }) {
  const { t } = useTexts()
  const stack = service(modeler, 'commandStack')
  const act = (name: string) => service(modeler, 'editorActions').trigger(name)
  const tools = [
    { name: 'undo', keys: 'Ctrl+Z', icon: <UndoOutlined />, isIdle: !stack.canUndo() },
    { name: 'redo', keys: 'Ctrl+Y', icon: <RedoOutlined />, isIdle: !stack.canRedo() },
    { name: 'copy', keys: 'Ctrl+C', icon: <CopyOutlined />, isIdle: service(modeler, 'selection').get().length === 0 },
    { name: 'paste', keys: 'Ctrl+V', icon: <SnippetsOutlined />, isIdle: service(modeler, 'clipboard').isEmpty() },
  ]
  return tools.map(({ name, keys, icon, isIdle }) => (
    <Tool
      key={name}
      label={t(`processes.tool.${name}`)}
      hint={`${t(`processes.tool.${name}`)} ${keys}`}
      icon={icon}
      isIdle={isIdle}
      act={() => act(name)}
    />
  ))
}

type ToolProps = { label: string; hint?: string; icon: ReactNode; isIdle?: boolean; act: () => void }

function Tool({ label, hint = label, icon, isIdle = false, act }: ToolProps) {
  return (
    <Tooltip title={hint}>
      <Button size="small" icon={icon} aria-label={label} disabled={isIdle} onClick={act} />
    </Tooltip>
  )
}

const KEYS = ['Ctrl+C', 'Ctrl+V', 'Ctrl+Z', 'Ctrl+Y', 'Ctrl+A', 'Ctrl+F', 'Delete', 'E', 'C', 'L', 'S', 'H'] as const

function KeyHelp() {
  const { t } = useTexts()
  const list = (
    <dl className="key-help">
      {KEYS.map((key) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(`processes.key.${key}`)}</dd>
        </div>
      ))}
    </dl>
  )
  return (
    <Popover trigger="click" placement="bottomRight" title={t('processes.keys')} content={list}>
      <Button size="small" icon={<QuestionCircleOutlined />} aria-label={t('processes.keys')} />
    </Popover>
  )
}
