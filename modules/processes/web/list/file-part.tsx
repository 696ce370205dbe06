import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { Button, Form } from 'antd'
import { useRef, useState } from 'react'
import { useTexts } from '../../../../apps/ui/i18n/use-texts.ts'
import { type FileReading, readFile } from './read-file.ts'

type Props = {
  kind: 'process' | 'decision'
  onRead: (content: string, reading: FileReading) => void
}

/** A file of another tool, read as soon as it is chosen: everything that is not supported is named, each with what to use instead. */
export function FilePart({ kind, onRead }: Props) {
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [reading, setReading] = useState<FileReading | null>(null)
  const take = async (files: FileList | null) => {
    const [one] = files ?? []
    if (!one) return
    const content = await one.text()
    const read = await readFile(kind, content)
    setName(one.name)
    setReading(read)
    onRead(content, read)
  }
  return (
    <Form.Item>
      <input
        ref={input}
        type="file"
        style={{ display: 'none' }}
        accept={kind === 'process' ? '.bpmn,.xml' : '.dmn,.xml'}
        onChange={({ target }) => void take(target.files)}
      />
      <Button onClick={() => input.current?.click()}>{name || t('processes.new.file')}</Button>
      {reading && <Verdict reading={reading} />}
    </Form.Item>
  )
}

function Verdict({ reading: { problems, ignored } }: { reading: FileReading }) {
  const { t, has } = useTexts()
  const element = (kind: string) => (has(`processes.bpmn.${kind}`) ? t(`processes.bpmn.${kind}`) : kind)
  const sentence = ({ code, params = {} }: FileReading['problems'][number]) =>
    t(code, { ...params, ...(params.element !== undefined && { element: element(String(params.element)) }) })
  if (problems.length > 0)
    return (
      <div className="import-verdict" role="alert">
        <p>
          <CloseCircleFilled className="bad" /> {t('processes.import.refused', { count: problems.length })}
        </p>
        <ul>
          {problems.map((problem, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice of one element
            <li key={i}>{sentence(problem)}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <div className="import-verdict" role="status">
      <p>
        <CheckCircleFilled className="good" /> {t('processes.import.fine')}
      </p>
      {ignored.length > 0 && (
        <p className="quiet">{t('processes.import.ignored', { elements: ignored.join(t('common.comma')) })}</p>
      )}
    </div>
  )
}
