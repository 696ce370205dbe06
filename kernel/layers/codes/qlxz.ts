import type { CodeTable } from './code-table.ts'

export const qlxz: CodeTable = {
  scheme: 'qlxz',
  edition: '2015',
  title: { zh: '权利性质', en: 'Nature of right' },
  codes: [
    { code: '100', zh: '国有土地', en: 'State land' },
    { code: '101', zh: '划拨', en: 'Allocation' },
    { code: '102', zh: '出让', en: 'Grant (assignment)' },
    { code: '103', zh: '作价出资（入股）', en: 'Contribution as capital' },
    { code: '104', zh: '租赁', en: 'Lease' },
    { code: '105', zh: '授权经营', en: 'Authorised operation' },
    { code: '200', zh: '集体土地', en: 'Collective land' },
    { code: '201', zh: '家庭承包', en: 'Household contract' },
    { code: '202', zh: '其它方式承包', en: 'Other contract' },
    { code: '203', zh: '批准拨用', en: 'Approved appropriation' },
    { code: '204', zh: '入股', en: 'Share contribution' },
    { code: '205', zh: '联营', en: 'Joint operation' },
  ],
}
