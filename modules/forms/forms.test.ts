import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trx } from '../../kernel/db/database.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import { publishForm, readForm } from '../../kernel/forms/store.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { declineProposal, withdrawProposal } from './actions/answer-proposal.ts'
import { confirmForm } from './actions/confirm-form.ts'
import { discardDraft } from './actions/discard-draft.ts'
import { proposeForm } from './actions/propose-form.ts'
import { saveDraft } from './actions/save-draft.ts'
import { listForms } from './queries/list-forms.ts'
import { viewForm } from './queries/view-form.ts'

const title = { zh: '用地申请', en: 'Application' }
const form = (fields: object[], key = 'test.application'): FormDefinition =>
  ({ key, version: 0, title, fields }) as FormDefinition
const applicant = { name: 'applicant', type: 'text', title: { zh: '申请人', en: 'Applicant' } }
const area = { name: 'area', type: 'number', title: { zh: '面积', en: 'Area' }, unit: 'm²' }
const broken = { ...area, name: 'mu', computed: 'area *' }
const hasCode = (code: string, params?: object) => (error: { problem?: { code: string; params?: object } }) => {
  assert.equal(error.problem?.code, code)
  if (params) assert.deepEqual({ ...error.problem?.params, ...params }, error.problem?.params)
  return true
}

type People = { han: Person; mei: Person; zhou: Person }
const people = async (trx: Trx): Promise<People> => ({
  han: await settle(trx, { name: '韩睿', verbs: ['forms.*'] }),
  mei: await settle(trx, { name: '梅清', verbs: ['forms.*'] }),
  zhou: await settle(trx, { name: '周正义', verbs: ['forms.form.*'] }),
})
const story = (name: string, tell: (trx: Trx, people: People) => Promise<void>) =>
  test(name, () => inRollback(async (trx) => tell(trx, await people(trx))))

story(
  'Han draws a form from nothing and proposes it; Zhou confirms, and it is version 1',
  async (trx, { han, zhou }) => {
    assert.deepEqual(await act(trx, han, saveDraft, { definition: form([applicant]), revision: 0 }), { revision: 1 })
    await act(trx, han, saveDraft, { definition: form([applicant, area]), revision: 1 })
    await act(trx, han, proposeForm, { key: 'test.application', revision: 2, note: '试点业务' })
    const own = act(trx, han, confirmForm, { key: 'test.application', revision: 2 })
    await assert.rejects(own, hasCode('forms.form.confirm.same-person'))
    assert.deepEqual(await act(trx, zhou, confirmForm, { key: 'test.application', revision: 2 }), { version: 1 })
    assert.equal((await readForm(trx, 'test.application')).fields.length, 2)
    const { versions, draft } = await ask(trx, zhou, viewForm, { key: 'test.application' })
    assert.deepEqual([versions[0]?.publishedBy, versions[0]?.proposedBy, draft], ['周正义', '韩睿', null])
  },
)

story(
  'Whoever changed it last cannot confirm what a colleague proposed, and is told who can',
  async (trx, { han, mei }) => {
    await act(trx, mei, saveDraft, { definition: form([applicant]), revision: 0 })
    await act(trx, han, proposeForm, { key: 'test.application', revision: 1, note: '新表' })
    const both = act(trx, mei, confirmForm, { key: 'test.application', revision: 1 })
    await assert.rejects(both, hasCode('forms.form.confirm.same-person', { names: '周正义' }))
  },
)

story('Two people draw at once: the second is told whose change it would lose', async (trx, { han, mei }) => {
  await act(trx, han, saveDraft, { definition: form([applicant]), revision: 0 })
  const late = act(trx, mei, saveDraft, { definition: form([area]), revision: 0 })
  await assert.rejects(late, hasCode('forms.draft.save.changed-meanwhile', { name: '韩睿' }))
})

story('An unsound draft is kept as it is typed, but not proposed', async (trx, { han }) => {
  await act(trx, han, saveDraft, { definition: form([area, broken]), revision: 0 })
  const view = await ask(trx, han, viewForm, { key: 'test.application' })
  assert.deepEqual(
    view.draft?.issues.map(({ field }) => field),
    ['mu'],
  )
  const proposing = act(trx, han, proposeForm, { key: 'test.application', revision: 1, note: 'x' })
  await assert.rejects(proposing, hasCode('forms.form.propose.unsound', { count: 1, field: 'mu' }))
  const unknown = { name: 'c', type: 'code', scheme: 'nowhere', edition: '1', title }
  await act(trx, han, saveDraft, { definition: form([unknown]), revision: 1 })
  const naming = act(trx, han, proposeForm, { key: 'test.application', revision: 2, note: 'x' })
  await assert.rejects(naming, hasCode('forms.form.propose.unsound', { field: 'c' }))
})

story(
  'A proposed draft stands still until it is withdrawn or sent back with a reason',
  async (trx, { han, mei, zhou }) => {
    const key = 'test.application'
    await act(trx, han, saveDraft, { definition: form([applicant]), revision: 0 })
    await act(trx, han, proposeForm, { key, revision: 1, note: '新表' })
    const changing = act(trx, mei, saveDraft, { definition: form([area]), revision: 1 })
    await assert.rejects(changing, hasCode('forms.draft.save.proposed', { name: '韩睿' }))
    await assert.rejects(act(trx, mei, withdrawProposal, { key }), hasCode('forms.form.withdraw.of-another'))
    await act(trx, zhou, declineProposal, { key, reason: '缺少面积' })
    assert.equal((await ask(trx, han, viewForm, { key })).draft?.declinedReason, '缺少面积')
    await act(trx, han, saveDraft, { definition: form([applicant, area]), revision: 1 })
    await act(trx, han, proposeForm, { key, revision: 2, note: '补面积' })
    await act(trx, han, withdrawProposal, { key })
    await act(trx, han, discardDraft, { key, revision: 2 })
    await assert.rejects(ask(trx, han, viewForm, { key }), hasCode('forms.draft.unknown'))
  },
)

story(
  'The bureau changes a form of the program: its own version stands beside the program’s later ones',
  async (trx, { han, zhou }) => {
    const shipped = { ...form([applicant], 'test.shipped'), version: 3 }
    await publishForm(trx, shipped, null, new Date())
    await act(trx, han, saveDraft, { definition: { ...shipped } as never, revision: 0, baseVersion: 3 })
    const same = act(trx, han, proposeForm, { key: 'test.shipped', revision: 1, note: 'x' })
    await assert.rejects(same, hasCode('forms.form.propose.unchanged'))
    await act(trx, han, saveDraft, { definition: form([applicant, area], 'test.shipped'), revision: 1 })
    await act(trx, han, proposeForm, { key: 'test.shipped', revision: 2, note: '加面积' })
    assert.deepEqual(await act(trx, zhou, confirmForm, { key: 'test.shipped', revision: 2 }), { version: 1001 })
    await publishForm(trx, { ...shipped, version: 4 }, null, new Date())
    assert.equal((await readForm(trx, 'test.shipped')).version, 1001)
    assert.equal((await readForm(trx, 'test.shipped', 3)).fields.length, 1, 'a running case reads what it began with')
  },
)

story('The list tells what is under way', async (trx, { han }) => {
  await act(trx, han, saveDraft, { definition: form([applicant]), revision: 0 })
  const { rows } = await ask(trx, han, listForms, { text: '用地申请', state: 'draft' })
  assert.deepEqual(
    rows.map(({ key, version, changedBy }) => [key, version, changedBy]),
    [['test.application', null, '韩睿']],
  )
})
