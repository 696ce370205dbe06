import { Type } from '@sinclair/typebox'
import { newestProcesses, readProcess } from '../../../kernel/cases/publish-process.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { query } from '../../../kernel/http/action.ts'
import { publishedRules } from '../../processes/api.ts'
import { newestItems, readItem, versionsOf } from '../items/store.ts'
import { organisationNames } from '../organisations.ts'
import { ITEM_KINDS } from '../rules/item.ts'
import { ItemCode } from '../schema.ts'

/** 审批事项清单: the newest version of every item, by words of title, code or legal basis. */
export const listItems = query({
  name: 'approvals.item.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    kind: Type.Optional(Type.Unsafe<(typeof ITEM_KINDS)[number]>({ type: 'string', enum: [...ITEM_KINDS] })),
    open: Type.Optional(Type.Boolean()),
    /** key of a business rule its applications are reviewed by */
    rule: Type.Optional(Type.String({ maxLength: 60 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  handle: async ({ trx }, { text = '', kind, open, rule, page = 1, pageSize = 50 }) => {
    const found = (await newestItems(trx)).filter(
      (item) =>
        (kind === undefined || item.kind === kind) &&
        (open === undefined || item.open === open) &&
        (rule === undefined || (item.rules ?? []).includes(rule)) &&
        [item.code, item.title.zh, item.title.en, ...item.legalBasis].some((words) => words.includes(text)),
    )
    return { rows: found.slice((page - 1) * pageSize, page * pageSize), total: found.length }
  },
})

/** One item with the form it is filed with, and its earlier versions. */
export const viewItem = query({
  name: 'approvals.item.view',
  input: Type.Object({ code: ItemCode, version: Type.Optional(Type.Integer({ minimum: 1 })) }),
  handle: async ({ trx }, { code, version }) => {
    const item = await readItem(trx, code, version ?? null)
    const process = await readProcess(trx, item.process)
    const form = process.filing ? await readForm(trx, process.filing.form) : null
    const versions = (await versionsOf(trx, code)).map(
      ({ version, publishedAt, publishedBy, proposedBy, reason, open }) => ({
        ...{ version, publishedAt, publishedBy, proposedBy, reason, open },
      }),
    )
    const names = new Map((await organisationNames(trx)).map((one) => [one.code, one.name]))
    return {
      item,
      versions,
      form,
      writable: process.filing?.writable ?? [],
      processTitle: process.title,
      organisationName: names.get(item.organisation) ?? null,
      cosignerNames: item.cosigners.map((section) => names.get(section) ?? section),
    }
  },
})

/** What an item may name: processes with a filing, organisations. */
export const itemChoices = query({
  name: 'approvals.item.choices',
  input: Type.Object({}),
  handle: async ({ trx }) => ({
    processes: (await newestProcesses(trx))
      .filter(({ filing }) => filing !== undefined)
      .map(({ key, title }) => ({ key, title })),
    organisations: await organisationNames(trx),
    rules: await publishedRules(trx),
  }),
})
