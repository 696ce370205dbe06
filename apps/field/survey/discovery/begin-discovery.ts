import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { usualLimits } from '../../../../kernel/quality/rules/evidence/evidence.ts'
import { appendOperation } from '../../store/append-operation.ts'
import { tellChange } from '../../store/changes.ts'
import { fieldDatabase, type KeptPerson, type KeptTask } from '../../store/field-database.ts'
import { newId } from '../../store/new-id.ts'
import { savePatch } from '../../store/patches.ts'
import { touchTasks } from '../../store/task-lines.ts'
import type { DiscoveryTemplate } from './use-templates.ts'

export type Begun = { template: DiscoveryTemplate; title: string; description: string; geometry: MultiPolygon }

/**
 * 自主发现: the task is made on the phone with the template, form and range it will have, so that photos and form can be filled in at once;
 * the server opens its case under the same id when the act arrives. The act is kept first: of a page killed right behind it the case is
 * opened all the same, and the task comes with the list.
 */
export async function beginDiscovery(person: KeptPerson, begun: Begun): Promise<{ taskId: string; patchId: string }> {
  const { template, title, description, geometry } = begun
  const taskId = newId()
  const database = await fieldDatabase()
  const task = taskOf(person, taskId, begun)
  const discoveredAt = new Date().toISOString()
  const payload = { business: template.business, title, geometry, discoveredAt, ...(description && { description }) }
  await appendOperation(person.id, { kind: 'discovery.create', taskId, payload })
  const work = database.transaction(['tasks', 'pulls'], 'readwrite', { durability: 'strict' })
  await work.objectStore('tasks').put(task)
  await touchTasks(work.objectStore('pulls'), person.id, [taskId])
  await work.done
  const patch = { id: newId(), taskId, DLBM: null, note: description, geometry, revision: 0, isDraft: false }
  await savePatch(person.id, { task }, patch)
  tellChange()
  return { taskId, patchId: patch.id }
}

/** As the server would list it, but for its number. */
function taskOf(person: KeptPerson, id: string, { template, title, description, geometry }: Begun): KeptTask {
  const [west, south, east, north] = boundingBox(geometry)
  const openedAt = new Date().toISOString()
  const shared = {
    id,
    caseId: id,
    number: '',
    title,
    step: 'field',
    state: 'claimed' as const,
    mine: true,
    revision: 0,
  }
  const facts = { selfDiscovered: true, source: 'self', description: description || null }
  return {
    ...shared,
    ...{
      business: template.business,
      businessTitle: template.title,
      areaCode: '',
      reason: 'open',
      openedAt,
      due: null,
    },
    ...{ patches: 1, photos: 0, range: geometry, person: person.id, isListed: true, discovery: { openedAt } },
    ...{ box: [west, south, east, north], centre: [(west + east) / 2, (south + north) / 2], isDiscovered: true },
    package: {
      ...{
        ...shared,
        stepTitle: { zh: '外业举证', en: 'Field evidence' },
        facts,
        range: geometry,
        patches: [],
        photos: [],
      },
      ...{ form: { ...template.form, revision: 0, values: {} }, template: template.template },
      ...{ evidence: usualLimits, layers: [] },
    },
  } as unknown as KeptTask
}
