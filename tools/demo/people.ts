export type DemoOrganisation = { code: string; name: string; parent?: string }

/** `area`: prefix of the area codes the grant reaches, '' the whole county. */
export type DemoGrant = { role: string; area: string; business?: string }

export type DemoPerson = { login: string; name: string; title: string; organisation: string; grants: DemoGrant[] }

const COUNTY = '610799'

/** Parents come before their children. The town codes are those of the demo county's first three towns, in every size. */
export const demoOrganisations: DemoOrganisation[] = [
  { code: 'bureau', name: '云栖县自然资源局' },
  { code: 'survey-centre', name: '云栖县国土空间调查监测中心', parent: 'bureau' },
  { code: 'station-chengguan', name: '城关镇自然资源所', parent: 'bureau' },
  { code: 'station-qingshuihe', name: '清水河镇自然资源所', parent: 'bureau' },
  { code: 'section-farmland', name: '耕地保护科', parent: 'bureau' },
  { code: 'section-planning', name: '国土空间规划科', parent: 'bureau' },
  { code: 'section-registration', name: '自然资源确权登记科', parent: 'bureau' },
  { code: 'window', name: '政务服务大厅自然资源窗口', parent: 'bureau' },
  { code: 'mapping-institute', name: '云中测绘院' },
]

const person = (
  login: string,
  name: string,
  title: string,
  organisation: string,
  role: string,
  area = COUNTY,
): DemoPerson => ({
  login,
  name,
  title,
  organisation,
  grants: [{ role, area }],
})

/** Invented people, one or more for every role of the demo bureau; logins are pinyin, passwords are not set. */
export const demoPeople: DemoPerson[] = [
  person('heguanli', '何冠礼', '数据管理', 'survey-centre', 'data-manager'),
  person('caijing', '蔡静', '科员（耕地保护）', 'bureau', 'officer'),
  person('linzhiyuan', '林志远', '科员（调查监测）', 'bureau', 'officer'),
  person('wanghaiyan', '王海燕', '所员', 'station-chengguan', 'officer', '610799100'),
  person('zhaodeming', '赵德明', '所员', 'station-qingshuihe', 'officer', '610799101'),
  person('sunlihua', '孙丽华', '审核（调查监测科科长）', 'bureau', 'reviewer'),
  person('xujianguo', '徐建国', '审核', 'survey-centre', 'reviewer'),
  person('madong', '马东', '工程师', 'mapping-institute', 'investigator'),
  person('liuxiaofeng', '刘晓峰', '助理工程师', 'mapping-institute', 'investigator', '610799100'),
  {
    login: 'chenlei',
    name: '陈磊',
    title: '高级工程师',
    organisation: 'mapping-institute',
    grants: [
      { role: 'field-administrator', area: COUNTY },
      { role: 'investigator', area: COUNTY },
    ],
  },
  person('yangfan', '杨帆', '助理工程师', 'survey-centre', 'investigator'),
  person('liumin', '刘敏', '窗口受理', 'window', 'window'),
  person('chengang', '陈刚', '耕地保护科会签', 'section-farmland', 'countersigner'),
  person('luxue', '陆雪', '国土空间规划科会签', 'section-planning', 'countersigner'),
  person('hewei', '何伟', '确权登记科会签', 'section-registration', 'countersigner'),
  person('zhouzhengyi', '周正义', '分管副局长', 'bureau', 'leader'),
  person('hanrui', '韩睿', '业务配置', 'bureau', 'designer'),
  person('gaoyuan', '高远', '系统管理员', 'bureau', 'administrator', ''),
  person('qinshan', '秦山', '安全管理员', 'bureau', 'security-administrator', ''),
  person('tangmin', '唐敏', '审计员', 'bureau', 'auditor', ''),
]
