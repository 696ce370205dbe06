import type { ItemDefinition } from '../rules/item.ts'

const LICENSING = '《中华人民共和国行政许可法》第四十二条（二十个工作日内作出决定）'

const material = (
  key: string,
  title: string,
  form: 'original' | 'copy' | 'electronic' = 'original',
  required = true,
) => ({
  key,
  title,
  required,
  form,
})
const application = material('application', '申请书（表）')
const identity = material('identity', '营业执照或统一社会信用代码证书', 'copy')
const boundary = material('boundary', '勘测定界图及界址点坐标', 'electronic')

type FirstItem = ItemDefinition & { code: string }

const decision = (title: string, ...about: string[]) => ({
  title,
  lines: [
    '{applicant}：',
    '你单位（个人）申请的{item}（案件编号：{case}），经审查，符合法定条件和标准。依据{law}，决定准予。',
    ...about,
    '{bureau}',
    '{decidedOn}',
  ],
})
const VALIDITY = '有效期至{validUntil}。'
const LAND = '用地位置：{place}；用地总面积：{landArea}，其中耕地：{farmland}。'

const licence = {
  kind: 'licence',
  legalDays: 20,
  applicants: ['enterprise', 'institution', 'government', 'collective'],
  cosigners: ['section-farmland', 'section-planning', 'section-registration'],
  requires: [],
  needsScope: true,
  open: true,
} satisfies Partial<FirstItem>

/** What a county bureau begins with. Limits are those of the law; where it sets none, the promise is the bureau's own. */
export const firstItems: FirstItem[] = [
  {
    ...licence,
    code: 'YDYS',
    organisation: 'section-planning',
    title: { zh: '建设项目用地预审与选址意见书', en: 'Pre-examination of land and site opinion' },
    legalBasis: ['《中华人民共和国土地管理法》第五十二条', '《中华人民共和国城乡规划法》第三十六条', LICENSING],
    process: 'approvals.preExamination',
    materials: [
      application,
      identity,
      material('basis', '项目建设依据（项目建议书批复或备案证明）', 'copy'),
      boundary,
      material('siting', '选址论证报告', 'electronic', false),
    ],
    promisedDays: 10,
    result: decision('建设项目用地预审与选址意见书', LAND, VALIDITY),
    rules: ['rules.landOnMap', 'rules.conversionAuthority'],
    validity: '三年',
    stage: 'preExamination',
  },
  {
    ...licence,
    code: 'NYDZY',
    organisation: 'section-farmland',
    title: { zh: '农用地转用', en: 'Conversion of farmland to building land' },
    legalBasis: ['《中华人民共和国土地管理法》第四十四条', '《中华人民共和国土地管理法实施条例》第二十三条', LICENSING],
    process: 'approvals.conversion',
    materials: [
      application,
      boundary,
      material('plan', '农用地转用方案'),
      material('balance', '补充耕地方案（占用耕地的）', 'original', false),
      material('opinion', '用地预审与选址意见书', 'copy'),
    ],
    promisedDays: 20,
    result: decision('农用地转用批复', LAND, VALIDITY),
    rules: ['rules.landOnMap', 'rules.conversionAuthority'],
    validity: '二年',
    applicants: ['government', 'enterprise', 'institution'],
    stage: 'land',
    requires: ['preExamination'],
  },
  {
    ...licence,
    code: 'LSYD',
    organisation: 'section-farmland',
    title: { zh: '临时用地审批', en: 'Temporary use of land' },
    legalBasis: ['《中华人民共和国土地管理法》第五十七条', '自然资规〔2021〕2号', LICENSING],
    process: 'approvals.temporary',
    materials: [
      application,
      identity,
      material('contract', '临时使用土地合同'),
      material('reclamation', '土地复垦方案（报告表）'),
      boundary,
      material('photo', '土地利用现状照片', 'electronic', false),
    ],
    promisedDays: 10,
    result: decision(
      '临时用地批准书',
      LAND,
      '使用期限：{years}；临时用途：{purpose}。期满之日起一年内完成复垦。',
      VALIDITY,
    ),
    rules: ['rules.landOnMap', 'rules.temporaryTerm'],
    validity: '不超过二年；能源、交通、水利等不超过四年',
    applicants: ['enterprise', 'institution', 'government', 'collective', 'person'],
  },
  {
    ...licence,
    code: 'SSNYD',
    organisation: 'section-farmland',
    title: { zh: '设施农用地备案', en: 'Record of a farm facility' },
    kind: 'record',
    legalBasis: ['自然资规〔2019〕4号（由乡镇备案、县级汇总，不予审批）'],
    process: 'approvals.farmFacility',
    materials: [application, material('agreement', '用地协议'), material('layout', '设施建设方案及平面图'), boundary],
    promisedDays: 5,
    result: decision('设施农用地备案通知书', LAND, '设施类型：{facility}。'),
    rules: ['rules.landOnMap', 'rules.farmFacility'],
    legalDays: null,
    cosigners: [],
    applicants: ['enterprise', 'collective', 'person'],
  },
  {
    ...licence,
    code: 'JSGC',
    organisation: 'section-planning',
    title: { zh: '建设工程规划许可', en: 'Works planning permit' },
    legalBasis: ['《中华人民共和国城乡规划法》第四十条', LICENSING],
    process: 'approvals.works',
    materials: [
      application,
      material('land', '使用土地的证明文件', 'copy'),
      material('design', '建设工程设计方案', 'electronic'),
    ],
    promisedDays: 10,
    result: decision('建设工程规划许可决定书', '建设位置：{place}；总建筑面积：{floorArea}。', VALIDITY),
    stage: 'works',
    requires: ['land'],
  },
  {
    ...licence,
    code: 'GHHS',
    organisation: 'section-planning',
    title: { zh: '规划核实与用地验收', en: 'Acceptance against plan and land' },
    legalBasis: ['《中华人民共和国城乡规划法》第四十五条'],
    process: 'approvals.acceptance',
    materials: [
      application,
      material('survey', '竣工测量成果（多测合一）', 'electronic'),
      material('permit', '建设工程规划许可证', 'copy'),
    ],
    promisedDays: 10,
    result: decision('规划核实与用地验收合格通知书', '建设位置：{place}；总建筑面积：{floorArea}。', VALIDITY),
    legalDays: null,
    stage: 'acceptance',
    requires: ['construction'],
  },
  {
    ...licence,
    code: 'DZZH',
    organisation: 'section-planning',
    title: { zh: '地质灾害防治单位资质审批', en: 'Qualification for geological-hazard work' },
    legalBasis: ['《地质灾害防治条例》', '《地质灾害防治单位资质管理办法》（自然资源部令第8号）', LICENSING],
    process: 'approvals.qualification',
    materials: [
      application,
      identity,
      material('staff', '专业技术人员名单及职称证明', 'copy'),
      material('equipment', '技术装备清单'),
      material('record', '业绩证明（申请甲级的）', 'copy', false),
    ],
    promisedDays: 20,
    result: decision(
      '地质灾害防治单位资质决定书',
      '资质类别：{qualificationClass}；等级：{grade}；证书编号：{certificateNumber}。',
      VALIDITY,
    ),
    validity: '五年',
    cosigners: [],
    applicants: ['enterprise', 'institution'],
    needsScope: false,
  },
  {
    ...licence,
    code: 'DJBG',
    organisation: 'section-registration',
    title: { zh: '地籍变更', en: 'Cadastral change' },
    kind: 'internal',
    legalBasis: ['《不动产登记暂行条例》', '《地籍调查规程》（GB/T 42547）'],
    process: 'approvals.cadastral',
    materials: [
      material('contract', '土地出让合同或划拨决定书', 'copy'),
      boundary,
      material('registration', '不动产登记资料', 'copy', false),
    ],
    promisedDays: 15,
    result: {
      title: '地籍变更成果确认通知书',
      lines: [
        '{applicant}：',
        '{item}（案件编号：{case}）已完成，地籍号确认单编号：{number}。',
        '土地坐落：{place}；合同（划拨决定书）编号：{contractNumber}。',
        '正式变更日期：{changedOn}。',
        '{bureau}',
        '{today}',
      ],
    },
    legalDays: null,
    cosigners: [],
    applicants: ['enterprise', 'institution', 'government', 'collective', 'person'],
  },
]
