import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { writeXlsx } from '../../kernel/formats/write-xlsx.ts'
import { checkForm } from '../../kernel/forms/check-form.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import { surroundingsOf } from '../../kernel/forms/surroundings.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { act, ask, testFiles } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { beginDictionary } from './actions/begin-dictionary.ts'
import { changeItems } from './actions/change-items.ts'
import {
  confirmDictionary,
  declineDictionary,
  proposeDictionary,
  withdrawDictionary,
} from './actions/confirm-dictionary.ts'
import { discardDictionary } from './actions/discard-dictionary.ts'
import { importItems } from './actions/import-items.ts'
import { findOrganisations } from './queries/find-parties.ts'
import { listDictionaries } from './queries/list-dictionaries.ts'
import { exportDictionary, listItems, pickItems, viewDictionary } from './queries/view-dictionary.ts'

const named = { scheme: 'survey-orgs', edition: '2026' }
const title = { zh: '测绘单位名录', en: 'Survey organisations' }
const hasCode = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code
const story = (name: string, tell: (trx: Trx, han: Person) => Promise<void>) =>
  test(name, () => inRollback(async (trx) => tell(trx, await settle(trx, { name: '韩睿', verbs: ['forms.*'] }))))

const begin = (trx: Trx, han: Person) => act(trx, han, beginDictionary, { ...named, title, source: '县自然资源局' })
const revisionOf = async (trx: Trx, han: Person) => (await ask(trx, han, viewDictionary, named)).local!.revision
const propose = async (trx: Trx, han: Person) =>
  act(trx, han, proposeDictionary, { ...named, revision: await revisionOf(trx, han), note: '2026 年名录' })
/** 两人: Han proposes, Lin confirms. */
const publish = async (trx: Trx, han: Person) => {
  await propose(trx, han)
  const lin = await settle(trx, { name: '林敏', verbs: ['forms.dictionary.*'] })
  await act(trx, lin, confirmDictionary, { ...named, revision: await revisionOf(trx, han) })
}
const put = async (text: string | Uint8Array) => (await testFiles.put(Buffer.from(text))).digest

story(
  'Han imports the survey organisations from a list in GBK-era habits, publishes it, and a form knows its codes',
  async (trx, han) => {
    await begin(trx, han)
    const csv = '统一社会信用代码,单位名称,启用日期\n12610799MB0001,云中测绘院,2020/1/1\n12610799MB0002,山南勘测公司,\n'
    assert.deepEqual(await act(trx, han, importItems, { ...named, digest: await put(csv), name: '名录.csv' }), {
      items: 2,
    })
    await publish(trx, han)
    const field = { name: 'org', type: 'code', ...named, title } as const
    const form: FormDefinition = { key: 'test', version: 1, title, fields: [field] }
    const found = async (org: string) =>
      checkForm(form, { org }, { writable: 'all' }, await surroundingsOf(trx, form, { org }, '2026-11-27'))
    assert.deepEqual(await found('12610799MB0001'), [])
    assert.deepEqual(
      (await found('nobody')).map(({ code }) => code),
      ['forms.unknown-code'],
    )
    const { items } = await ask(trx, han, pickItems, { ...named, text: 'yzch' })
    assert.deepEqual(
      items.map(({ title: name }) => name.zh),
      ['云中测绘院'],
    )
  },
)

story('An unpublished edition is unknown to forms', async (trx, han) => {
  await begin(trx, han)
  await act(trx, han, changeItems, { ...named, put: [{ code: 'A', title }], remove: [] })
  const form: FormDefinition = { key: 't', version: 1, title, fields: [{ name: 'org', type: 'code', ...named, title }] }
  const around = await surroundingsOf(trx, form, { org: 'A' }, '2026-11-27')
  assert.deepEqual(
    checkForm(form, { org: 'A' }, { writable: 'all' }, around).map(({ code }) => code),
    ['forms.unknown-dictionary'],
  )
})

story('Every fault of an edition is named, and it is not published until they are gone', async (trx, han) => {
  await begin(trx, han)
  const items = [
    { code: 'A', title: { zh: ' ', en: '' } },
    { code: 'B', title, parent: 'nowhere' },
    { code: 'C', title, parent: 'D' },
    { code: 'D', title, parent: 'C' },
    { code: 'E', title, usable: false as const },
  ]
  await act(trx, han, changeItems, { ...named, put: items, remove: [] })
  const { faults } = await ask(trx, han, viewDictionary, named)
  assert.deepEqual(
    faults.map(({ fault, item }) => `${item} ${fault}`),
    ['A no-title', 'B no-parent', 'C circle', 'D circle', 'E empty-heading'],
  )
  await assert.rejects(propose(trx, han), hasCode('forms.dictionary.propose.unsound'))
  await act(trx, han, changeItems, { ...named, put: [{ code: 'B', title }], remove: ['A', 'C', 'D', 'E'] })
  await publish(trx, han)
  await assert.rejects(
    act(trx, han, changeItems, { ...named, put: [], remove: ['B'] }),
    hasCode('forms.dictionary.published'),
  )
  await assert.rejects(act(trx, han, discardDictionary, named), hasCode('forms.dictionary.published'))
})

story(
  'What is exported can be imported into the next edition; a table without headings is refused',
  async (trx, han) => {
    const classes = { scheme: 'landuse-survey', edition: '2019' }
    const { bytes } = await ask(trx, han, exportDictionary, classes)
    await begin(trx, han)
    await act(trx, han, importItems, { ...named, digest: await put(bytes), name: 'landuse.xlsx' })
    const national = await ask(trx, han, pickItems, classes)
    assert.deepEqual(await ask(trx, han, pickItems, named), national)
    const bare = await put(await writeXlsx([{ name: 'x', columns: [{ title: '甲', type: 'text' }], rows: [['1']] }]))
    const importing = act(trx, han, importItems, { ...named, digest: bare, name: 'x.xlsx' })
    await assert.rejects(importing, hasCode('forms.dictionary.import.no-headings'))
    const twice = await put('代码,名称\n1,甲\n1,乙\n')
    await assert.rejects(
      act(trx, han, importItems, { ...named, digest: twice, name: 'x.csv' }),
      hasCode('forms.dictionary.import.twice'),
    )
  },
)

story('A next edition begins with the items of the one before; the same name is not given twice', async (trx, han) => {
  const next = { scheme: 'landuse-survey', edition: '2026.1', title, source: 'x' }
  const { items } = await act(trx, han, beginDictionary, { ...next, copyOf: '2019' })
  assert.ok(items > 50)
  await assert.rejects(act(trx, han, beginDictionary, next), hasCode('forms.dictionary.begin.taken'))
  await assert.rejects(
    act(trx, han, beginDictionary, { ...next, edition: '2019' }),
    hasCode('forms.dictionary.begin.taken'),
  )
  const found = await ask(trx, han, listItems, { scheme: 'landuse-survey', edition: '2026.1', text: 'sjd' })
  assert.equal(found.rows[0]?.code, '0102')
  const { rows } = await ask(trx, han, listDictionaries, { state: 'draft' })
  assert.equal(rows[0]?.scheme, 'landuse-survey')
})

story('An edition is published by two: who proposed it, or changed it last, is not the second', async (trx, han) => {
  await begin(trx, han)
  await act(trx, han, changeItems, { ...named, put: [{ code: 'A', title }], remove: [] })
  const revision = await revisionOf(trx, han)
  const confirm = (person: Person, seen = revision) => act(trx, person, confirmDictionary, { ...named, revision: seen })
  await assert.rejects(confirm(han), hasCode('forms.dictionary.confirm.not-proposed'))
  await propose(trx, han)
  await assert.rejects(confirm(han), hasCode('forms.dictionary.confirm.nobody'))
  const lin = await settle(trx, { name: '林敏', verbs: ['forms.dictionary.*'] })
  await assert.rejects(
    confirm(han),
    (error: { problem?: { params?: { names?: string } } }) => error.problem?.params?.names === '林敏',
  )
  const changing = act(trx, lin, changeItems, { ...named, put: [{ code: 'B', title }], remove: [] })
  await assert.rejects(changing, hasCode('forms.dictionary.proposed'), 'nothing changes under the second person’s eyes')
  await assert.rejects(act(trx, lin, discardDictionary, named), hasCode('forms.dictionary.proposed'))
  await assert.rejects(confirm(lin, revision - 1), hasCode('forms.dictionary.changed-meanwhile'))
  await act(trx, lin, declineDictionary, { ...named, reason: '缺乙级单位' })
  assert.equal((await ask(trx, han, viewDictionary, named)).local?.declinedReason, '缺乙级单位')
  await act(trx, han, changeItems, { ...named, put: [{ code: 'B', title }], remove: [] })
  await propose(trx, han)
  await act(trx, han, withdrawDictionary, named)
  await propose(trx, han)
  assert.equal((await ask(trx, han, listDictionaries, { state: 'proposed' })).rows.length, 1)
  await confirm(lin, revision + 1)
  const { local } = await ask(trx, han, viewDictionary, named)
  assert.deepEqual([local?.proposedBy, local?.publishedBy], ['韩睿', '林敏'])
  await assert.rejects(act(trx, lin, withdrawDictionary, named), hasCode('forms.dictionary.published'))
})

story(
  'SH072: entries stand for organisations, by name or code; re-pointed in the next edition, the tasks are sent after them',
  async (trx, han) => {
    const { id, name } = han.organisation
    await begin(trx, han)
    const from = async (csv: string) =>
      act(trx, han, importItems, { ...named, digest: await put(csv), name: '机构.csv' })
    await assert.rejects(
      from('代码,名称,对应机构\nA01,云中,没有这家\n'),
      hasCode('forms.dictionary.unknown-organisation'),
    )
    await from(`代码,名称,对应机构\nA01,云中,${name}\nA02,山南,${han.organisation.code}\n`)
    const { rows } = await ask(trx, han, listItems, named)
    assert.deepEqual(
      rows.map(({ code, organisation }) => [code, organisation]),
      [
        ['A01', { id, name }],
        ['A02', { id, name }],
      ],
    )
    const stranger = { id: '01900000-0000-7000-8000-000000000000', name: '无' }
    await assert.rejects(
      act(trx, han, changeItems, { ...named, put: [{ code: 'A03', title, organisation: stranger }], remove: [] }),
      hasCode('forms.dictionary.unknown-organisation'),
    )
    await publish(trx, han)
    const find = { scheme: named.scheme, text: 'A02' }
    assert.deepEqual((await ask(trx, han, findOrganisations, find)).rows, [{ id, name, code: 'A02' }])
    const other = await settle(trx, { name: '郑洁', organisation: 'second', verbs: ['forms.dictionary.*'] })
    const next = { scheme: named.scheme, edition: '2027' }
    await act(trx, han, beginDictionary, { ...next, title, source: '新合同', copyOf: named.edition })
    const moved = { code: 'A01', title, organisation: { id: other.organisation.id, name: other.organisation.name } }
    await act(trx, han, changeItems, { ...next, put: [moved], remove: [] })
    const revision = async () => (await ask(trx, han, viewDictionary, next)).local!.revision
    await act(trx, han, proposeDictionary, { ...next, revision: await revision(), note: '改派' })
    await act(trx, other, confirmDictionary, { ...next, revision: await revision() })
    const { rows: jobs } = await sql<{ name: string; input: unknown }>`select name, input from job_run`.execute(trx)
    assert.deepEqual(jobs, [{ name: 'casework.handlers.follow', input: next }])
  },
)
