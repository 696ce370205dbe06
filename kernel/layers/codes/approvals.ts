import type { CodeTable } from './code-table.ts'

/** Ways of granting State land (划拨 出让 …), as on a land-use decision or contract. */
export const gyfs: CodeTable = {
  scheme: 'gyfs',
  edition: '2026',
  title: { zh: '供应方式', en: 'Way of supply' },
  codes: [
    { code: '1', zh: '划拨', en: 'Allocation' },
    { code: '2', zh: '出让', en: 'Grant' },
    { code: '3', zh: '租赁', en: 'Lease' },
    { code: '4', zh: '作价出资', en: 'Contribution as capital' },
  ],
}

export const sslx: CodeTable = {
  scheme: 'sslx',
  edition: '2026',
  title: { zh: '设施类型', en: 'Kind of farm facility' },
  codes: [
    { code: '1', zh: '作物种植设施', en: 'Crop growing' },
    { code: '2', zh: '畜禽水产养殖设施', en: 'Livestock and aquaculture' },
    { code: '3', zh: '附属设施', en: 'Auxiliary' },
  ],
}

export const ajzt: CodeTable = {
  scheme: 'ajzt',
  edition: '2026',
  title: { zh: '案件状态', en: 'State of the case' },
  codes: [
    { code: '1', zh: '立案', en: 'Filed' },
    { code: '2', zh: '处罚决定', en: 'Penalty decided' },
    { code: '3', zh: '整改中', en: 'Being put right' },
    { code: '4', zh: '结案', en: 'Closed' },
  ],
}

export const gllx: CodeTable = {
  scheme: 'gllx',
  edition: '2026',
  title: { zh: '管理范围类型', en: 'Kind of managed extent' },
  codes: [
    { code: '1', zh: '建设用地管理范围', en: 'Built land' },
    { code: '2', zh: '河道管理范围', en: 'River' },
    { code: '3', zh: '自然保护地', en: 'Nature reserve' },
    { code: '4', zh: '军事及特殊用地', en: 'Military and special use' },
    { code: '5', zh: '批准用地', en: 'Approved land' },
    { code: '6', zh: '设施农用地', en: 'Farm facility' },
    { code: '7', zh: '临时用地', en: 'Temporary land' },
    { code: '8', zh: '当年已调查', en: 'Surveyed this year' },
    { code: '9', zh: '其他', en: 'Other' },
  ],
}

export const pwzt: CodeTable = {
  scheme: 'pwzt',
  edition: '2026',
  title: { zh: '批准状态', en: 'State of the approval' },
  codes: [
    { code: '1', zh: '有效', en: 'Standing' },
    { code: '2', zh: '已撤销', en: 'Withdrawn' },
    { code: '3', zh: '已到期', en: 'Expired' },
    { code: '4', zh: '办理中', en: 'In progress' },
    { code: '5', zh: '已办结', en: 'Concluded' },
  ],
}
