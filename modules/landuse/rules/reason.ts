import type { ApprovalFinding, ChangeKind, Reason, ScreeningFacts } from '../schema.ts'

const kinds: Record<ChangeKind, Reason> = {
  building: { zh: '新增建设', en: 'new building' },
  facility: { zh: '新增农业设施', en: 'new farm facility' },
  temporary: { zh: '临时用地', en: 'temporary use' },
  earthwork: { zh: '推填土', en: 'earthwork' },
  planting: { zh: '种植变化', en: 'change of planting' },
  water: { zh: '坑塘水面变化', en: 'pond or water' },
  restored: { zh: '拆除或恢复耕种', en: 'cleared or cultivated again' },
  unknown: { zh: '变化类型不明', en: 'change of unknown kind' },
}

/** What each reason of decisions/screening.dmn says, before the figures. */
const sentences: Record<string, Reason> = {
  'repair-reverted': {
    zh: '按交付的原图形处理（修复已撤回），需人工判断',
    en: 'taken as delivered (repair taken back): a person must judge',
  },
  restored: { zh: '恢复耕种或拆除，不新增占用', en: 'cultivated again or cleared: no new occupation' },
  'crosses-border': {
    zh: '部分位于本县地类图斑之外，需人工判断',
    en: 'partly outside the county base map: a person must judge',
  },
  redline: { zh: '占用生态保护红线', en: 'inside the ecological redline' },
  undated: {
    zh: '缺少后时相日期，无法判断批准是否有效',
    en: 'no date of finding: validity of the approvals cannot be judged',
  },
  approved: { zh: '已有有效批准覆盖', en: 'covered by valid approvals' },
  'approved-later': { zh: '批准日期晚于发现日期，未批先用', en: 'approved only after the use was found' },
  'approval-expired': { zh: '批准已过期或被撤销', en: 'the approval has expired or was revoked' },
  'other-use': { zh: '实际用途与批准用途不符', en: 'the use differs from the one approved' },
  'under-enforcement': { zh: '无有效批准，且已有执法案件', en: 'no valid approval, and an enforcement case is open' },
  'no-approval': { zh: '未见有效批准', en: 'no valid approval found' },
  'partly-approved': {
    zh: '仅部分在有效批准范围内，需人工判断',
    en: 'only partly covered by valid approvals: a person must judge',
  },
  'on-basic-farmland': { zh: '占用永久基本农田', en: 'on permanent basic farmland' },
  'on-farmland': {
    zh: '占用耕地，需人工核实是否非粮化',
    en: 'on cultivated land: a person must see whether it is taken from grain',
  },
  'farm-use': { zh: '农用地内部变化，未占用耕地', en: 'a change within farm land, off cultivated land' },
  unclear: { zh: '变化类型无法自动判断', en: 'the kind of change cannot be judged automatically' },
}

const standings: Record<ApprovalFinding['standing'], Reason> = {
  valid: { zh: '有效', en: 'valid' },
  later: { zh: '批准在后', en: 'approved later' },
  expired: { zh: '已失效', en: 'expired' },
  'other-use': { zh: '用途不符', en: 'other use' },
  managed: { zh: '管理范围', en: 'managed' },
  enforcement: { zh: '执法案件', en: 'enforcement case' },
}

/** The conclusion in words, with the figures and the approvals it rests on. */
export function reasonOf(code: string, facts: ScreeningFacts, approvals: readonly ApprovalFinding[]): Reason {
  const kind = kinds[facts.changeKind]
  const said = sentences[code] ?? { zh: code, en: code }
  const figures = figuresOf(facts)
  const zh = [
    `${kind.zh} ${facts.area.toFixed(2)} m²：${said.zh}`,
    ...figures.map((f) => f.zh),
    ...approvals.map((a) => quote(a).zh),
  ]
  const en = [
    `${kind.en}, ${facts.area.toFixed(2)} m²: ${said.en}`,
    ...figures.map((f) => f.en),
    ...approvals.map((a) => quote(a).en),
  ]
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` }
}

function figuresOf(facts: ScreeningFacts): Reason[] {
  const figures: [number, string, string][] = [
    [facts.farmlandArea, '占耕地', 'cultivated land'],
    [facts.basicFarmlandArea, '占永久基本农田', 'permanent basic farmland'],
    [facts.redlineArea, '占生态保护红线', 'ecological redline'],
  ]
  return figures
    .filter(([area]) => area > 0)
    .map(([area, zh, en]) => ({ zh: `${zh} ${area.toFixed(2)} m²`, en: `${en} ${area.toFixed(2)} m²` }))
}

function quote({ number, project, standing, share, decidedOn, validUntil }: ApprovalFinding): Reason {
  const percent = `${(share * 100).toFixed(1)}%`
  const until = validUntil === null ? '' : `至${validUntil}`
  const dates = decidedOn === null ? '' : `，${decidedOn}${until}`
  const days = decidedOn === null ? '' : `, ${decidedOn}${validUntil === null ? '' : ` to ${validUntil}`}`
  return {
    zh: `${number}「${project}」${standings[standing].zh}（覆盖 ${percent}${dates}）`,
    en: `${number} «${project}» ${standings[standing].en} (covers ${percent}${days})`,
  }
}

export const reasonCodes = Object.keys(sentences)
