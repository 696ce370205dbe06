import 'bpmn-js/dist/assets/diagram-js.css'
import 'bpmn-js/dist/assets/bpmn-js.css'
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer'
import { useEffect, useState } from 'react'
import { YUTU } from '../../../../kernel/process/bpmn/yutu-descriptor.ts'
import { CASE } from '../../rules/case-vocabulary.ts'

/** A drawing to be looked at, moved and enlarged. */
export function Drawing({ content }: { content: string }) {
  const [container, setContainer] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (!container) return
    const viewer = new NavigatedViewer({ container, moddleExtensions: { yutu: YUTU, case: CASE } })
    let isGone = false
    void viewer.importXML(content).then(() => {
      if (!isGone) (viewer.get('canvas') as { zoom(level: string, center: string): void }).zoom('fit-viewport', 'auto')
    })
    return () => {
      isGone = true
      viewer.destroy()
    }
  }, [container, content])
  return <div className="drawing" ref={setContainer} />
}
