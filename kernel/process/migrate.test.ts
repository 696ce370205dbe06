import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkModel } from './check.ts'
import { graphOf } from './graph.ts'
import { type Migration, migrateState, previewMigration } from './migrate.ts'
import { type ProcessModel, type Step, transitionsOf } from './model.ts'
import type { ProcessState } from './state.ts'
import { border, end, join, model, Play, receive, service, split, task } from './test-kit.ts'
import { finish, newWalk, wander } from './walk.testing.ts'
import { assertBooks, assertSound } from './walk-checks.testing.ts'
import { block, modelOf } from './walk-models.testing.ts'

const line = (...ids: string[]): ProcessModel => model(...ids.map((id, i) => task(id, ids[i + 1] ?? 'end')), end())

const codes = (migration: Migration): string[] =>
  'reasons' in migration ? migration.reasons.map(({ code, params }) => `${code.slice(18)} ${params?.step}`) : []

function goOn(made: ProcessModel, migration: Migration): Play {
  assert.ok('state' in migration, JSON.stringify(migration))
  const play = new Play(made)
  play.state = migration.state
  return play
}

test('a case goes on in the new version where it stands: its task stays, the steps behind are the new ones', () => {
  const play = new Play(line('a', 'b', 'c'))
  play.do('a')
  const open = play.task('b')
  const moved = goOn(line('a', 'b', 'x', 'c'), migrateState(play.model, line('a', 'b', 'x', 'c'), play.state))
  assert.equal(moved.task('b'), open)
  moved.do('b')
  assert.deepEqual(moved.open, ['x'])
  moved.back('x', 'starter')
  assert.deepEqual(moved.open, ['a'])
})

test('a step that is gone needs another in its place; named, the case stands there', () => {
  const play = new Play(line('a', 'b', 'c'))
  play.do('a')
  const to = line('a', 'review', 'c')
  assert.deepEqual(codes(migrateState(play.model, to, play.state)), ['step-missing b'])
  const moved = goOn(to, migrateState(play.model, to, play.state, { b: 'review' }))
  assert.deepEqual(moved.open, ['review'])
})

test('places to go back to that are gone are told, and no longer offered', () => {
  const play = new Play(line('a', 'b', 'c'))
  play.do('a')
  play.do('b')
  const migration = migrateState(play.model, line('a', 'c'), play.state)
  assert.ok('state' in migration)
  assert.deepEqual(
    migration.notes.map(({ code, params }) => `${code} ${params?.step}`),
    ['process.migration.trail-shortened b'],
  )
  const moved = goOn(line('a', 'c'), migration)
  moved.back('c', 'previous')
  assert.deepEqual(moved.open, ['a'])
})

const forked = (inside: Step[], ...behind: Step[]): ProcessModel =>
  model(split('s', 'b c'), ...inside, join('j', 's', 'd'), task('d', 'end'), ...behind, end())

test('a token inside a split goes to the same branch of the same split, or nowhere', () => {
  const from = forked([task('b', 'j'), task('c', 'j')])
  const play = new Play(from)
  const longer = forked([task('b', 'b2'), task('b2', 'j'), task('c', 'j')])
  const moved = goOn(longer, migrateState(from, longer, play.state))
  moved.do('b')
  moved.do('c')
  assert.deepEqual(moved.at, ['b2', 'j'])
  assert.deepEqual(codes(migrateState(from, line('b', 'c'), play.state)), ['other-split b', 'other-split c'])
  const swapped = model(split('s', 'b:c c:b'), ...from.steps.slice(1))
  assert.deepEqual(codes(migrateState(from, swapped, play.state)), ['other-split b', 'other-split c'])
})

test('what is waited for must be the same: another kind, job, message or way of signing keeps the case back', () => {
  const from = forked([service('b', 'j'), receive('c', 'j')])
  const state = new Play(from).state
  const to = forked([{ ...service('b', 'j'), job: 'other' } as Step, { ...receive('c', 'j'), event: 'other' } as Step])
  assert.deepEqual(codes(migrateState(from, to, state)), ['wait-changed b', 'wait-changed c'])
  const other = forked([task('b', 'j'), task('c', 'j')])
  assert.deepEqual(codes(migrateState(from, other, state)), ['kind-changed b', 'kind-changed c'])
  const coSign = { signers: '["li"]', pass: 'j', otherwise: 'j', need: 1 }
  const signed = model(task('a', 'j', { coSign }), end('j'))
  assert.deepEqual(codes(migrateState(line('a'), signed, new Play(line('a')).state)), ['co-sign-changed a'])
})

test('a boundary event that is no longer drawn is no longer waited for; one that moved keeps the case back', () => {
  const from = model(task('a', 'b'), task('b', 'end'), border('late', 'a', 'end'), end())
  const play = new Play(from)
  const migration = migrateState(from, line('a', 'b'), play.state)
  assert.ok('state' in migration)
  assert.deepEqual(migration.effects, [{ kind: 'stopWaiting', token: play.token('late'), step: 'late' }])
  const moved = model(task('a', 'b'), task('b', 'end'), border('late', 'b', 'end'), end())
  assert.deepEqual(codes(migrateState(from, moved, play.state)), ['boundary-changed late'])
})

test('the preview sorts running cases into moved, in need of a mapping, and impossible', () => {
  const from = forked([task('b', 'j'), task('c', 'j')])
  const to = forked([task('b', 'j'), task('c', 'j')].map((step) => step)).steps.filter(({ id }) => id !== 'd')
  const [inside, behind, over] = [new Play(from), new Play(from), new Play(from)]
  for (const play of [behind, over]) for (const step of ['b', 'c']) play.do(step)
  over.do('d')
  const target = model(
    ...to.map((step) => (step.kind === 'join' ? { ...step, transitions: [{ name: 'e', to: 'e' }] } : step)),
    task('e', 'end'),
  )
  const cases = [inside, behind, over].map(({ state }, i) => ({ id: `case-${i}`, state }))
  const preview = previewMigration(from, target, cases)
  assert.deepEqual(preview.moved, [{ id: 'case-0', notes: [] }])
  assert.deepEqual(preview.needMapping, [{ step: 'd', cases: ['case-1'] }])
  assert.deepEqual(
    preview.impossible.map(({ id, reasons }) => `${id} ${reasons[0]!.code}`),
    ['case-2 process.migration.not-running'],
  )
  assert.equal(previewMigration(from, target, cases, { d: 'e' }).moved.length, 2)
})

/** The same process under other ids, and the mapping that says so. */
function renamed(made: ProcessModel): { to: ProcessModel; mapping: Record<string, string> } {
  const mapping = Object.fromEntries(made.steps.map(({ id }) => [id, `new-${id}`]))
  const text = JSON.stringify(made).replace(/"(id|to|start|split|attachedTo)":"([^"]+)"/g, '"$1":"new-$2"')
  return { to: JSON.parse(text) as ProcessModel, mapping }
}

/** Without one step that has a single way on: whoever came to it comes to what was behind. */
function without(made: ProcessModel, nth: number): ProcessModel | undefined {
  const simple = made.steps.filter(({ kind }) => kind === 'userTask' || kind === 'serviceTask')
  const gone = simple[nth % simple.length]!
  const { to } = transitionsOf(gone)[0]!
  const steps = made.steps
    .filter(
      ({ id, kind }) =>
        id !== gone.id &&
        !(
          kind === 'boundary' &&
          graphOf(made)
            .borders.get(gone.id)
            ?.some((b) => b.id === id)
        ),
    )
    .map((step) => ({
      ...step,
      ...('transitions' in step && {
        transitions: step.transitions.map((way) => (way.to === gone.id ? { ...way, to } : way)),
      }),
    })) as Step[]
  const start = made.start === gone.id ? to : made.start
  const left = { ...made, start, steps }
  return checkModel(left).length === 0 ? left : undefined
}

const walk = fc.record({
  part: block,
  moves: fc.array(fc.nat({ max: 100_000 }), { maxLength: 30 }),
  dice: fc.array(fc.nat({ max: 5 }), { minLength: 3 }),
  nth: fc.nat({ max: 50 }),
})

test('under other names every case can be moved, and comes to its end there', () => {
  fc.assert(
    fc.property(walk, ({ part, moves, dice }) => {
      const made = modelOf(part)
      const walked = wander(newWalk(made, dice), moves)
      if (walked.state.status !== 'running') return
      const { to, mapping } = renamed(made)
      const migration = migrateState(made, to, walked.state, mapping)
      assert.ok('state' in migration, JSON.stringify(migration))
      finish({ ...walked, made: to, state: migration.state })
    }),
    { numRuns: 2_000 },
  )
})

test('with a step taken out, a case either is told why it stays, or is sound in the new version and comes to its end', () => {
  let moved = 0
  fc.assert(
    fc.property(walk, ({ part, moves, dice, nth }) => {
      const made = modelOf(part)
      const to = without(made, nth)
      const walked = wander(newWalk(made, dice), moves)
      if (!to || walked.state.status !== 'running') return
      moved += tryMove(made, to, walked.state, walked)
    }),
    { numRuns: 3_000 },
  )
  assert.ok(moved > 300, `${moved} were moved`)
})

function tryMove(made: ProcessModel, to: ProcessModel, state: ProcessState, walked: ReturnType<typeof wander>): number {
  const migration = migrateState(made, to, state)
  if ('reasons' in migration) {
    assert.ok(migration.reasons.length > 0)
    return 0
  }
  for (const effect of migration.effects) if (effect.kind === 'stopWaiting') walked.waiting.delete(effect.token)
  assertSound(to, migration.state)
  assertBooks(to, migration.state, walked.waiting)
  finish({ ...walked, made: to, state: migration.state })
  return 1
}
