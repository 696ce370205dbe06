import type { Page } from 'playwright-core'
import type { Stage } from '../browser.ts'
import { answered, deskOf } from './desk.testing.ts'

type View = {
  state: string
  due: string | null
  tasks: { step: string; state: string; assignee: { name: string } | null }[]
}

const contact = { contact: '马建军', mobile: '13909160001', place: '城关镇东关村' }
const plot = { landArea: 3.2, farmland: 1.1 }
const FORMS: Record<string, object> = {
  YDYS: { ...contact, ...plot, investmentKind: 'approved' },
  DZZH: {
    contact: '马建军',
    mobile: '13909160001',
    qualificationClass: 'survey',
    grade: 'B',
    applicationKind: 'new',
    engineers: 26,
  },
  DJBG: { ...contact, contractKind: 'main', contractNumber: '610799-2026-CR-0031', changeCause: 'supply' },
  LSYD: { ...contact, ...plot, purpose: 'construction', isMajor: false, years: 2, reclamation: '覆土复耕' },
}
// biome-ignore format: one shape
const RING = [[107.765, 32.98], [107.767, 32.98], [107.767, 32.982], [107.765, 32.982]]

/** What stories about approvals do again and again on the case page. */
export function approvalDesk(stage: Stage, window: Page) {
  let caseId = ''
  const desk = deskOf(stage, window)
  const view = <V extends View = View>() => desk.ask<V>('casework.case.view', { caseId })
  const press = (page: Page, verb: string, name: string) =>
    answered(page, verb, () => page.locator('.task-foot').getByRole('button', { name, exact: true }).click())
  return {
    caseId: () => caseId,
    view,
    /** Steps somebody is to do now. */
    steps: async () =>
      (await view()).tasks.filter(({ state }) => state === 'open' || state === 'claimed').map(({ step }) => step),
    /** Filed at the window, papers and all; the page for that has a story of its own. */
    async file(item: string, title: string) {
      const digest = await desk.put(new TextEncoder().encode('%PDF-1.4 paper'))
      const page = await desk.ask<{ item: { materials: { key: string; title: string }[] } }>('approvals.item.view', {
        code: item,
      })
      const materials = page.item.materials.map(({ key, title: name }) => ({
        ...{ key, digest, name: `${name}.pdf`, mediaType: 'application/pdf' },
      }))
      const filed = await desk.act<{ caseId: string }>('approvals.case.file', {
        ...{ item, title, areaCode: '610799100', data: FORMS[item], materials },
        applicant: { name: '云栖县教育局', kind: item === 'DZZH' ? 'enterprise' : 'government' },
        ...(item !== 'DZZH' && { land: { source: 'drawn', rings: [RING] } }),
      })
      caseId = filed.caseId
    },
    async open(page: Page) {
      await page.goto(`${stage.address}/cases/${caseId}?tab=form`)
      await page.locator('.panel-title').waitFor()
    },
    /** Chooses among several open tasks, by the words of their tab, and waits for what the head of that task says. */
    async branch(page: Page, name: string, head = name) {
      await page.locator('.ant-segmented-item', { hasText: name }).click()
      await page.locator('.task-head', { hasText: head }).waitFor()
    },
    async claim(page: Page) {
      await press(page, 'casework.task.claim', '签收')
      await page.locator('.task-head', { hasText: '由您办理' }).waitFor()
    },
    complete: (page: Page, name: string) => press(page, 'casework.task.complete', name),
    opinion: (page: Page, text: string) => page.getByRole('textbox', { name: '意见', exact: true }).fill(text),
    async more(page: Page, button: string, name: string) {
      await page.getByRole('button', { name: button }).click()
      await page.getByRole('menuitem', { name, exact: true }).click()
    },
    confirm: (page: Page, verb: string, name: string) =>
      answered(page, verb, () => page.getByRole('dialog').getByRole('button', { name, exact: true }).click()),
  }
}
