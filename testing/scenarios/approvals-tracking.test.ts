// 审批跟踪 on the server: XX079.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { registerProject } from '../../modules/approvals/actions/register-project.ts'
import { trackingOverview } from '../../modules/approvals/tracking/overview.ts'
import { trackingPlaces } from '../../modules/approvals/tracking/places.ts'
import { trackingProjects } from '../../modules/approvals/tracking/projects.ts'
import { act, ask } from '../act.ts'
import { inRollback } from '../harness.ts'
import { fileAt, land, office, work } from './approvals-office.testing.ts'

test('a leader sees what was filed, what became of it, what is late, where it lies and where projects wait (XX079)', () =>
  inRollback(async (trx) => {
    const here = await office(trx)
    const { liumin, zhouzhengyi, caijing } = here
    const { code } = await act(trx, liumin, registerProject, {
      ...{ name: '东关村幼儿园', ownerName: '云栖县教育局', industry: '83', areaCode: '610799100' },
    })
    const first = await fileAt(here, 'YDYS', { project: code })
    await work(here, liumin, first.caseId, 'accept', { outcome: 'accept' })
    const second = await fileAt(here, 'LSYD', { land: land(3) })
    const late = await fileAt(here, 'LSYD', { land: land(5) })
    await sql`update case_ set due = '2020-01-10', warn_from = '2020-01-07' where id = ${late.caseId}`.execute(trx)
    await sql`update case_ set state = 'ended', result = 'granted', opened_at = now() - interval '3 days', closed_at = now(),
      limit_days = 20, due = (now() + interval '9 days')::date where id = ${second.caseId}`.execute(trx)

    const { all, byItems, byTowns, byMonths } = await ask(trx, zhouzhengyi, trackingOverview, {})
    assert.deepEqual(
      { ...all, meanDays: Math.round(all!.meanDays!) },
      {
        ...{ key: '', filed: 3, running: 2, suspended: 0, red: 1, yellow: 0, granted: 1, refused: 0, irregular: 0 },
        ...{ limited: 1, onTime: 1, meanDays: 3 },
      },
    )
    assert.deepEqual(
      byItems.map(({ key, filed, red, title }) => [key, filed, red, title?.zh]),
      [
        ['LSYD', 2, 1, '临时用地审批'],
        ['YDYS', 1, 0, '建设项目用地预审与选址意见书'],
      ],
    )
    assert.deepEqual(
      byTowns.map(({ key, filed }) => [key, filed]),
      [['610799100', 3]],
    )
    assert.equal(byMonths.length, 12)
    assert.equal(
      byMonths.reduce((sum, { filed }) => sum + filed, 0),
      3,
    )

    const places = await ask(trx, zhouzhengyi, trackingPlaces, { item: 'LSYD' })
    assert.deepEqual(
      places.rows.map(({ id, lamp }) => [id, lamp]),
      [[late.caseId, 'red']],
    )
    const [x, y] = places.rows[0]!.at
    assert.ok(Math.abs(x - 107.786) < 0.0015 && Math.abs(y - 32.981) < 0.0015, `${x}, ${y}`)

    const { rows } = await ask(trx, zhouzhengyi, trackingProjects, {})
    assert.deepEqual(
      rows.map((row) => [row.code, row.waits.map(({ step }) => step), row.stages[0]?.state]),
      [[code, ['check'], 'running']],
    )
    const empty = await ask(trx, zhouzhengyi, trackingOverview, { year: 2019 })
    assert.equal(empty.all, null)
    await assert.rejects(ask(trx, caijing, trackingOverview, {}), { name: 'Refusal' })
  }))
