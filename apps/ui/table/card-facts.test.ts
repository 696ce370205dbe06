import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CARD_HEAD, type Columns, factsOf } from './card-facts.ts'

type Row = { number: string; name: string; owner: string | null; days: number }

const columns: Columns<Row> = [
  { key: 'number', title: '编号', dataIndex: 'number' },
  { key: 'owner', title: '建设单位', dataIndex: 'owner' },
  { key: 'name', title: '名称', className: CARD_HEAD, render: (_, { name }) => name },
  { key: 'days', title: '天数', dataIndex: 'days' },
  { key: 'due', title: '到期日', render: () => '—' },
  { key: 'act', render: () => '办理' },
]

test('a card says of a row what its columns say, named first, and nothing of what is empty', () => {
  const facts = factsOf(columns, { number: '0001', name: '供水管线', owner: null, days: 0 }, 0)
  assert.deepEqual(
    facts.map(({ key, label, value, isHead }) => [key, label, value, isHead]),
    [
      ['number', '编号', '0001', true],
      ['name', '名称', '供水管线', true],
      ['days', '天数', 0, false],
      ['act', undefined, '办理', false],
    ],
  )
})
