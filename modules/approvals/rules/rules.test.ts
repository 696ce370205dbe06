import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filingProblem } from './filing.ts'
import { type ItemDefinition, itemProblem } from './item.ts'
import { isProjectCode, withCheckDigit } from './project-code.ts'
import { lifeCycle, type StageFact } from './stages.ts'

const item: ItemDefinition & { code: string } = {
  code: 'NYDZY',
  title: { zh: '农用地转用', en: 'Conversion' },
  kind: 'licence',
  legalBasis: [],
  process: 'approvals.conversion',
  materials: [{ key: 'application', title: '申请书', required: true, form: 'original' }],
  promisedDays: 10,
  legalDays: 20,
  organisation: '',
  cosigners: [],
  applicants: ['enterprise'],
  stage: 'land',
  requires: ['preExamination'],
  needsScope: true,
  open: true,
}
const facts = {
  item,
  isArea: true,
  hasScope: true,
  materials: ['application'],
  missingFiles: [],
  applicant: 'enterprise' as const,
  project: { code: '1', stages: [] as StageFact[] },
  main: undefined,
  despiteOpenMain: false,
}
const granted = (stage: StageFact['stage']): StageFact => ({
  stage,
  number: '用预1号',
  caseId: null,
  state: 'ended',
  result: 'granted',
})
const codeOf = (more: object) => filingProblem({ ...facts, ...more }, '610799')?.code

test('the check digit finds every single wrong digit of a project code', () => {
  const code = withCheckDigit('61079920264800012')
  assert.ok(isProjectCode(code))
  for (let place = 0; place < code.length; place++)
    for (let digit = 0; digit < 10; digit++) {
      const wrong = code.slice(0, place) + digit + code.slice(place + 1)
      assert.equal(isProjectCode(wrong), wrong === code, wrong)
    }
  assert.equal(isProjectCode('61079920264800012'), false)
  // GB/T 17710 gives 0794 with check digit 5 for MOD 11,10.
  assert.equal(withCheckDigit('0794'), '07945')
})

test('a stage waits for the one before it, and is filed once', () => {
  assert.equal(codeOf({}), 'approvals.case.file.stage-not-done')
  assert.equal(codeOf({ project: undefined }), 'approvals.case.file.no-project')
  assert.equal(codeOf({ project: null }), 'approvals.project.unknown')
  const ready = { code: '1', stages: [granted('preExamination')] }
  assert.equal(codeOf({ project: ready }), undefined)
  const running = { ...granted('land'), state: 'running' as const, result: null }
  assert.equal(
    codeOf({ project: { code: '1', stages: [...ready.stages, running] } }),
    'approvals.case.file.stage-taken',
  )
  const refused = { ...granted('land'), result: 'refused' }
  assert.equal(codeOf({ project: { code: '1', stages: [...ready.stages, refused] } }), undefined)
})

test('of several cases of a stage the one that came furthest counts', () => {
  const refused = { ...granted('land'), result: 'refused', number: '1号' }
  const states = lifeCycle([
    refused,
    granted('land'),
    { ...granted('works'), state: 'closedIrregularly', result: 'cancelled' },
  ])
  assert.deepEqual(
    states.map(({ state }) => state),
    ['none', 'done', 'refused', 'none', 'none'],
  )
})

test('what is missing is named: materials, files, scope, an applicant who may not, a closed item', () => {
  const ready = { project: { code: '1', stages: [granted('preExamination')] } }
  assert.equal(codeOf({ ...ready, materials: [] }), 'approvals.case.file.materials-missing')
  assert.equal(codeOf({ ...ready, materials: ['application', 'x'] }), 'approvals.case.file.strange-material')
  assert.equal(codeOf({ ...ready, missingFiles: ['申请书.pdf'] }), 'casework.resource.attach.no-file')
  assert.equal(codeOf({ ...ready, hasScope: false }), 'approvals.case.file.no-scope')
  assert.equal(codeOf({ ...ready, applicant: 'person' }), 'approvals.case.file.applicant')
  assert.equal(codeOf({ ...ready, isArea: false }), 'casework.case.file.unknown-area')
  assert.equal(codeOf({ ...ready, item: { ...item, open: false } }), 'approvals.case.file.closed')
})

test('a supplementary contract whose main one is open is warned of, and filed when one insists (SH073)', () => {
  const ready = { project: { code: '1', stages: [granted('preExamination')] }, main: { number: '1号', isOpen: true } }
  assert.equal(codeOf(ready), 'approvals.case.file.main-open')
  assert.equal(codeOf({ ...ready, despiteOpenMain: true }), undefined)
  assert.equal(codeOf({ ...ready, main: { number: '1号', isOpen: false } }), undefined)
})

test('an item promises no more than the law allows and names nothing that is not there', () => {
  const known = {
    process: true,
    organisations: new Set(['bureau']),
    rules: new Set(['rules.term']),
    fields: new Set(['place']),
  }
  const problem = (more: Partial<ItemDefinition>) => itemProblem({ ...item, ...more }, known)?.code
  assert.equal(problem({}), undefined)
  assert.equal(problem({ promisedDays: 21 }), 'approvals.item.publish.promise-too-long')
  assert.equal(problem({ legalDays: null, promisedDays: 40 }), undefined)
  assert.equal(problem({ organisation: 'moon' }), 'approvals.item.publish.unknown-organisation')
  assert.equal(problem({ materials: [...item.materials, ...item.materials] }), 'approvals.item.publish.material-twice')
  assert.equal(problem({ requires: ['land'] }), 'approvals.item.publish.requires-itself')
  assert.equal(problem({ rules: ['rules.term'] }), undefined)
  assert.equal(problem({ rules: ['rules.none'] }), 'approvals.item.publish.unknown-rule')
  assert.equal(problem({ result: { title: '决定书', lines: ['{applicant}：{place}'] } }), undefined)
  assert.equal(problem({ result: { title: '决定书', lines: ['{aplicant}'] } }), 'approvals.item.publish.unknown-name')
  assert.equal(itemProblem(item, { ...known, process: false })?.code, 'approvals.item.publish.unknown-process')
})
