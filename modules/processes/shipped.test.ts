import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '../../apps/server/modules.ts'
import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { newestProcesses } from '../../kernel/cases/publish-process.ts'
import type { Module } from '../../kernel/http/action.ts'
import type { Step } from '../../kernel/process/model.ts'
import { inRollback } from '../../testing/harness.ts'
import { readDesign } from './rules/read-design.ts'
import { writeDesign } from './rules/write-design.ts'

/** An empty list of fields says the same as none. */
const said = (step: Step) =>
  Object.fromEntries(
    Object.entries(step).filter(([name, value]) => !(['hidden', 'required'].includes(name) && value.length === 0)),
  )

const inOrder = ({ steps, decisions: _, version: __, ...process }: CaseProcess) => ({
  ...process,
  steps: steps.toSorted((a, b) => a.id.localeCompare(b.id)).map(said),
})

test('whatever a process of the program says is still said by its drawing', () =>
  inRollback(async (trx) => {
    for (const { publish } of modules as readonly Module[]) await publish?.(trx, new Date())
    const shipped = await newestProcesses(trx)
    assert.ok(shipped.length >= 8)
    for (const process of shipped) {
      const reading = await readDesign(await writeDesign(process))
      if ('problems' in reading) assert.fail(`${process.key}: ${JSON.stringify(reading.problems)}`)
      assert.deepEqual(inOrder(reading.process), inOrder(process), process.key)
    }
  }))
