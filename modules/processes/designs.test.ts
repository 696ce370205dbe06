import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess, readProcess } from '../../kernel/cases/publish-process.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { writeAudit } from '../../kernel/identity/audit.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { act, ask, testAuditKey, testFiles, testSigner } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { confirmDesign } from './actions/confirm-design.ts'
import { dropDesign, recallDesign, sendBackDesign, submitDesign } from './actions/hand-in-design.ts'
import { saveDesign } from './actions/save-design.ts'
import { startDesign } from './actions/start-design.ts'
import { startMigration } from './actions/start-migration.ts'
import { type MigrateInput, migrateCases } from './jobs/migrate-cases.ts'
import { loanForm, loanProcess } from './loan.testing.ts'
import { listProcesses } from './queries/list-processes.ts'
import { listVersions } from './queries/list-versions.ts'
import { previewMigration } from './queries/preview-migration.ts'
import { viewDesign } from './queries/view-design.ts'
import { exportVersion, viewVersion } from './queries/view-version.ts'
import { readDesign } from './rules/read-design.ts'
import { writeDesign } from './rules/write-design.ts'

type Bureau = { trx: Trx; han: Person; zhou: Person; begin(key?: string): Promise<{ designId: string }> }

const now = new Date('2026-11-27T02:00:00Z')

/** 韩睿 draws, 周正义 may confirm; the form the loan asks for is published. */
const inBureau = (story: (bureau: Bureau) => Promise<void>) =>
  inRollback(async (trx) => {
    const han = await settle(trx, { name: '韩睿', verbs: ['processes.*'] })
    const zhou = await settle(trx, { name: '周正义', verbs: ['processes.design.confirm', 'processes.design.sendBack'] })
    await sql`insert into role (code, title_zh, title_en, verbs) values ('officer', '经办人', 'Officer', '{}'), ('leader', '领导', 'Leader', '{}')
      on conflict do nothing`.execute(trx)
    await publishForm(trx, loanForm, null, now)
    const begin = (key = 'local.loan') =>
      act(trx, han, startDesign, {
        kind: 'process',
        key,
        from: { nothing: { zh: '档案借阅', en: 'Loan of files', business: 'archives' } },
      })
    await story({ trx, han, zhou, begin })
  })

const codeOf = async (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error) => (error instanceof Refusal ? error.problem.code : Promise.reject(error)),
  )

test('a process drawn from nothing is published by two persons, and cases run on it', () =>
  inBureau(async ({ trx, han, zhou, begin }) => {
    const { designId } = await begin()
    const content = await writeDesign(loanProcess('local.loan'))
    const saved = await act(trx, han, saveDesign, { designId, revision: 0, content })
    assert.equal(saved.revision, 1)
    await act(trx, han, submitDesign, { designId, revision: 1, note: '首次发布' })
    assert.equal(await codeOf(act(trx, han, confirmDesign, { designId, revision: 1 })), 'processes.design.same-person')
    assert.deepEqual(await act(trx, zhou, confirmDesign, { designId, revision: 1 }), { key: 'local.loan', version: 1 })
    const process = await readProcess(trx, 'local.loan')
    assert.deepEqual(process, { ...loanProcess('local.loan'), version: 1 })
    const opened = await openCase({ trx, person: han, now }, 'local.loan', { title: '借阅 1', areaCode: '610799' })
    assert.equal(opened.number, '借〔2026〕0001号')
    const { rows } = await ask(trx, han, listVersions, { kind: 'process', key: 'local.loan' })
    assert.deepEqual(
      rows.map(({ version, running, publishedBy, submittedBy, note }) => [
        version,
        running,
        publishedBy,
        submittedBy,
        note,
      ]),
      [[1, 1, '周正义', '韩睿', '首次发布']],
    )
  }))

test('an unsound drawing is kept as a draft, and refused when submitted, with the number of errors', () =>
  inBureau(async ({ trx, han, begin }) => {
    const { designId } = await begin()
    const refused = act(trx, han, submitDesign, { designId, revision: 0, note: '发布' })
    await assert.rejects(refused, (error: Refusal) => {
      assert.equal(error.problem.code, 'processes.design.unsound')
      assert.deepEqual(error.problem.params, { errors: 1 })
      return true
    })
  }))

test('of two editors the second is told who was faster, and nothing is overwritten', () =>
  inBureau(async ({ trx, han, begin }) => {
    const wang = await settle(trx, { name: '王芳', verbs: ['processes.*'] })
    const { designId } = await begin()
    const content = await writeDesign(loanProcess('local.loan'))
    await act(trx, han, saveDesign, { designId, revision: 0, content })
    const late = act(trx, wang, saveDesign, { designId, revision: 0, content })
    await assert.rejects(late, (error: Refusal) => error.problem.params?.name === '韩睿')
    assert.equal((await ask(trx, han, viewDesign, { designId })).design.revision, 1)
  }))

test('sent back with a reason it can be drawn on; recalled by its author only; dropped it is gone from the list', () =>
  inBureau(async ({ trx, han, zhou, begin }) => {
    const { designId } = await begin()
    const content = await writeDesign(loanProcess('local.loan'))
    await act(trx, han, saveDesign, { designId, revision: 0, content })
    await act(trx, han, submitDesign, { designId, revision: 1, note: '首次发布' })
    assert.equal(
      await codeOf(act(trx, han, saveDesign, { designId, revision: 1, content })),
      'processes.design.is-submitted',
    )
    await act(trx, zhou, sendBackDesign, { designId, reason: '时限太短' })
    assert.equal((await ask(trx, han, viewDesign, { designId })).design.answer, '时限太短')
    await act(trx, han, submitDesign, { designId, revision: 1, note: '时限已改' })
    await act(trx, han, recallDesign, { designId })
    await act(trx, han, dropDesign, { designId, revision: 1 })
    assert.equal((await ask(trx, han, listProcesses, { text: 'local.loan' })).total, 0)
  }))

test('there is one design of a process at a time, and a key in use is not taken for another', () =>
  inBureau(async ({ trx, han, begin }) => {
    await begin()
    assert.equal(await codeOf(begin()), 'processes.design.start.under-way')
    await publishProcess(trx, loanProcess('program.loan'), null, now)
    assert.equal(await codeOf(begin('program.loan')), 'processes.design.start.key-taken')
    const next = await act(trx, han, startDesign, {
      kind: 'process',
      key: 'program.loan',
      from: { version: { key: 'program.loan', version: 1 } },
    })
    assert.equal((await ask(trx, han, viewDesign, next)).design.basedOn, 1)
  }))

test('a bureau’s own version of a process of the program is numbered past all of the program’s', () =>
  inBureau(async ({ trx, han, zhou }) => {
    await publishProcess(trx, loanProcess('program.loan'), null, now)
    const from = { version: { key: 'program.loan', version: 1 } }
    const { designId } = await act(trx, han, startDesign, { kind: 'process', key: 'program.loan', from })
    await act(trx, han, submitDesign, { designId, revision: 0, note: '改时限' })
    assert.deepEqual(await act(trx, zhou, confirmDesign, { designId, revision: 0 }), {
      key: 'program.loan',
      version: 1001,
    })
    await publishProcess(trx, { ...loanProcess('program.loan'), version: 2, limitDays: 9 }, null, now)
    assert.equal((await readProcess(trx, 'program.loan')).version, 1001)
  }))

test('a file of another tool is taken with its diagram, or refused naming what is not supported', () =>
  inBureau(async ({ trx, han }) => {
    const file = (nodes: string) => ({
      kind: 'process' as const,
      key: 'local.foreign',
      from: {
        file: {
          content: `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p" name="外来流程">${nodes}</process></definitions>`,
          business: 'archives',
        },
      },
    })
    const flow = (from: string, to: string) =>
      `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`
    const refused = act(
      trx,
      han,
      startDesign,
      file(
        `<startEvent id="s"/><intermediateCatchEvent id="x" name="等到晴天"><conditionalEventDefinition/></intermediateCatchEvent><endEvent id="e"/>${flow('s', 'x')}${flow('x', 'e')}`,
      ),
    )
    await assert.rejects(refused, (error: Refusal) => {
      assert.equal(error.problem.code, 'processes.design.start.unsupported')
      assert.equal(error.problem.params?.elements, '等到晴天 (IntermediateCatchEvent)')
      return true
    })
    const { designId } = await act(
      trx,
      han,
      startDesign,
      file(`<startEvent id="s"/><userTask id="a" name="审核"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 'e')}`),
    )
    const { design } = await ask(trx, han, viewDesign, { designId })
    assert.equal(design.title, '外来流程')
    assert.match(design.content, /BPMNShape/)
  }))

test('a process is exported as BPMN and comes back the same, settings and separation of duties included', () =>
  inBureau(async ({ trx, han }) => {
    await publishProcess(trx, loanProcess('program.loan'), null, now)
    const named = { kind: 'process' as const, key: 'program.loan', version: 1 }
    const { content } = await ask(trx, han, viewVersion, named)
    assert.deepEqual(await readDesign(content), { process: loanProcess('program.loan'), ignored: [] })
    const { fileName, bytes } = await ask(trx, han, exportVersion, named)
    assert.equal(fileName, 'program.loan-1.bpmn')
    assert.equal(new TextDecoder().decode(bytes), content)
  }))

test('cases under way are looked at before they are moved: which can, which need a mapping', () =>
  inBureau(async ({ trx, han }) => {
    const first = loanProcess('local.loan')
    await publishProcess(trx, first, null, now)
    const opened = await openCase({ trx, person: han, now }, 'local.loan', { title: '借阅 1', areaCode: '610799' })
    const renamed = first.steps.map((step) => (step.id === 'accept' ? { ...step, id: 'receive' } : step))
    await publishProcess(
      trx,
      { ...first, version: 2, start: 'receive', steps: renamed, separation: { sign: ['receive'] } },
      null,
      now,
    )
    const move = { process: 'local.loan', from: 1, to: 2 }
    const looked = await ask(trx, han, previewMigration, move)
    assert.deepEqual([looked.movable, looked.stuckTotal], [0, 1])
    assert.deepEqual(looked.needMapping, [{ step: 'accept', cases: 1 }])
    assert.equal(
      await codeOf(act(trx, han, startMigration, { ...move, reason: '改版' })),
      'processes.migration.start.none-movable',
    )
    const mapped = { ...move, mapping: { accept: 'receive' } }
    assert.equal((await ask(trx, han, previewMigration, { ...move, mapped: ['accept:receive'] })).movable, 1)
    const { runId } = await act(trx, han, startMigration, { ...mapped, reason: '改版' })
    const cases = [opened.id]
    await migrateAll(trx, han, { id: runId, input: { move: mapped, cases } })
    // A worker that was killed and begins anew moves nobody twice.
    await migrateAll(trx, han, { id: runId, input: { move: mapped, cases } })
    const told = await sql<{
      told: unknown[]
      moved: boolean
    }>`select told, is_moved as moved from case_migration where run = ${runId}`.execute(trx)
    assert.deepEqual(
      told.rows.map(({ moved }) => moved),
      [true],
    )
    const standing = await sql<{
      version: number
      step: string
      audited: number
    }>`select c.process_version as version, t.step,
        (select count(*)::int from audit where verb = 'processes.migration.start' and subject = 'case:' || c.id) as audited
      from case_ c join task t on t.case_id = c.id where c.id = ${opened.id} and t.state = 'open'`.execute(trx)
    assert.deepEqual(standing.rows, [{ version: 2, step: 'receive', audited: 1 }])
  }))

/** Does what a worker would, inside the test's transaction. */
const migrateAll = (trx: Trx, person: Person, run: { id: string; input: MigrateInput }) =>
  migrateCases.run({
    ...{ ...run, person, files: testFiles, signer: testSigner, now: () => now },
    ...{ transaction: (work) => work(trx), progress: async () => {}, stopIfCancelled: async () => {} },
    audit: (inner, entry) => writeAudit(inner, { at: now, person: person.id, ...entry }, testAuditKey),
  })

test('of a file with pools the process that says something is taken, drawn anew where its diagram leaves steps out', () =>
  inBureau(async ({ trx, han }) => {
    const shape = (id: string) =>
      `<di:BPMNShape id="${id}.di" bpmnElement="${id}"><dc:Bounds x="0" y="0" width="9" height="9"/></di:BPMNShape>`
    const content = `<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
      xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" id="d" targetNamespace="x">
      <b:collaboration id="c"><b:participant id="外部" processRef="none"/><b:participant id="局里" processRef="real"/></b:collaboration>
      <b:process id="none"/><b:process id="real"><b:startEvent id="s"/><b:userTask id="受理" name="受理"/><b:endEvent id="e"/>
      <b:sequenceFlow id="f1" sourceRef="s" targetRef="受理"/><b:sequenceFlow id="f2" sourceRef="受理" targetRef="e"/></b:process>
      <di:BPMNDiagram id="g"><di:BPMNPlane id="p" bpmnElement="c">${shape('局里')}${shape('s')}</di:BPMNPlane></di:BPMNDiagram></b:definitions>`
    const from = { file: { content, zh: '受理', business: 'archives' } }
    const { designId } = await act(trx, han, startDesign, { kind: 'process', key: 'local.pools', from })
    const { design } = await ask(trx, han, viewDesign, { designId })
    const reading = await readDesign(design.content)
    assert.ok('process' in reading)
    assert.deepEqual([reading.process.key, reading.process.business], ['local.pools', 'archives'])
    assert.match(design.content, /bpmnElement="u53D7u7406"/)
    assert.equal(await codeOf(act(trx, han, saveDesign, { designId, revision: 0, content: design.content })), 'done')
  }))
