import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import { DownloadOutlined, ExpandOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { YUTU } from '../../../../kernel/process/bpmn/yutu-descriptor.ts'
import { CASE } from '../../rules/case-vocabulary.ts'
import { fitWhole } from '../design/canvas/fit-whole.ts'
import { saveFile } from '../save-file.ts'

/** A drawing to be looked at, moved and enlarged, and taken along as a picture. */
export function Drawing({ content, name }: { content: string; name: string }) {
  const { t } = useTexts()
  const [container, setContainer] = useState<HTMLElement | null>(null)
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null)
  useEffect(() => {
    if (!container) return
    const made = new NavigatedViewer({ container, moddleExtensions: { yutu: YUTU, case: CASE } })
    let isGone = false
    void made.importXML(content).then(() => {
      if (isGone) return
      fit(made)
      setViewer(made)
    })
    return () => {
      isGone = true
      setViewer(null)
      made.destroy()
    }
  }, [container, content])
  const picture = async (of: NavigatedViewer) => saveFile(`${name}.svg`, (await of.saveSVG()).svg, 'image/svg+xml')
  return (
    <div className="drawing">
      <div className="drawing-canvas" ref={setContainer} />
      {viewer && (
        <span className="drawing-tools">
          <Button size="small" icon={<ExpandOutlined />} onClick={() => fit(viewer)}>
            {t('processes.tool.fit')}
          </Button>
          <Button size="small" icon={<DownloadOutlined />} onClick={() => void picture(viewer)}>
            {t('processes.export.svg')}
          </Button>
        </span>
      )}
    </div>
  )
}

const fit = (viewer: NavigatedViewer) => fitWhole(viewer.get('canvas'))
