import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useState } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import type { TableColumn } from './column.ts'

/** Which columns of table `id` are shown; remembered on this machine. */
export function useColumnChoice<R>(id: string, columns: readonly TableColumn<R>[]) {
  const keptUnder = `yutu.columns.${id}`
  const [shown, setShown] = useState<string[]>(() => {
    const kept = localStorage.getItem(keptUnder)
    return kept ? kept.split(',') : columns.filter((column) => !column.optional).map((column) => column.key)
  })
  const choose = (keys: string[]) => {
    localStorage.setItem(keptUnder, keys.join(','))
    setShown(keys)
  }
  return { shown, choose, visible: columns.filter((column) => shown.includes(column.key)) }
}

type Props<R> = { columns: readonly TableColumn<R>[]; shown: string[]; onChoose: (keys: string[]) => void }

export function ColumnChoice<R>({ columns, shown, onChoose }: Props<R>) {
  const { t } = useTexts()
  const list = (
    <Checkbox.Group
      className="column-choice"
      value={shown}
      onChange={(keys) => keys.length > 0 && onChoose(keys as string[])}
      options={columns.map((column) => ({ value: column.key, label: column.title }))}
    />
  )
  return (
    <Popover content={list} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined />} aria-label={t('table.columns')} title={t('table.columns')} />
    </Popover>
  )
}
