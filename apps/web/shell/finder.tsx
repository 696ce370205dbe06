import { SearchOutlined } from '@ant-design/icons'
import { Input, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '../../ui/i18n/use-texts.ts'
import { type Found, useFound } from './use-found.ts'
import './finder.css'

/** Ctrl K: cases, clues and areas by number or name; arrows choose, Enter opens. */
export function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const { found, isWaiting } = useFound(text)
  const [at, setAt] = useState(0)
  const open = (one: Found) => {
    onClose()
    void navigate(one.to)
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((at + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter' && found[at]) open(found[at])
  }
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      style={{ top: 72 }}
      title={null}
      aria-label={t('web.search')}
    >
      <Input
        autoFocus
        size="large"
        prefix={<SearchOutlined />}
        placeholder={t('web.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={move}
      />
      <div className="finder-results" role="listbox" aria-label={t('web.search')}>
        {text.length < 2 && <p className="finder-group">{t('web.search.type')}</p>}
        {text.length >= 2 && !isWaiting && found.length === 0 && (
          <p className="finder-group">{t('web.search.nothing', { text })}</p>
        )}
        {found.map((one, index) => (
          <div key={one.key}>
            {one.kind !== found[index - 1]?.kind && <div className="finder-group">{t(`web.search.${one.kind}`)}</div>}
            <button
              type="button"
              role="option"
              aria-selected={index === at}
              className="finder-row"
              onClick={() => open(one)}
              onMouseEnter={() => setAt(index)}
            >
              <strong>{one.title}</strong>
              <span className="quiet">{one.note}</span>
            </button>
          </div>
        ))}
      </div>
    </Modal>
  )
}

/** The text once typing has paused for 200 ms. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 200)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
