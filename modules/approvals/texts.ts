import type { Sentences } from '../../kernel/problems/sentences.ts'

/** What a person reads, by verb, query and refusal. */
export const texts: Sentences = {
  'approvals.case.file': { zh: '事项立案', en: 'File an application' },
  'approvals.case.view': { zh: '查看立案信息', en: 'See what was filed' },
  'approvals.case.not-filed': {
    zh: '案件 {number} 不是按审批事项立案的，没有立案信息。',
    en: 'Case {number} was not filed by an item of the catalogue.',
  },
  'approvals.case.file.closed': {
    zh: '事项「{item}」已停办，不能立案；请在事项清单中查看现行事项。',
    en: '«{item}» is closed and takes no applications; see the catalogue for what is open.',
  },
  'approvals.case.file.applicant': {
    zh: '事项「{item}」不受理此类申请人（{kind}），请核对申请人类型。',
    en: '«{item}» is not for this kind of applicant ({kind}); check the kind.',
  },
  'approvals.case.file.no-scope': {
    zh: '事项「{item}」须有用地范围，请在地图上绘制或上传范围文件。',
    en: '«{item}» needs the extent of the land; draw it on the map or upload it.',
  },
  'approvals.case.file.strange-material': {
    zh: '事项没有材料「{material}」，请刷新材料清单。',
    en: 'The item has no material «{material}»; reload the list.',
  },
  'approvals.case.file.materials-missing': {
    zh: '还缺 {count} 项必交材料：{materials}。请上传后再立案。',
    en: '{count} required materials are missing: {materials}. Upload them and file again.',
  },
  'approvals.case.file.no-project': {
    zh: '事项「{item}」须在项目下立案，请填写项目代码；没有代码的先登记项目。',
    en: '«{item}» is filed on a project; give its code, or register the project first.',
  },
  'approvals.case.file.stage-not-done': {
    zh: '项目 {project} 的前一阶段（{stage}）尚未办结，不能办理后一阶段。',
    en: 'Project {project} has not finished the stage before ({stage}); that comes first.',
  },
  'approvals.case.file.stage-taken': {
    zh: '该项目的这一阶段（{stage}）已有 {number}，不能重复办理。',
    en: 'This stage of the project ({stage}) has {number} already.',
  },
  'approvals.case.file.main-open': {
    zh: '主合同案件 {number} 尚未办结。仍要为补充合同立案的，请确认后再提交。',
    en: 'The case of the main contract, {number}, is still open. Confirm to file the supplementary one all the same.',
  },
  'approvals.draft.save': { zh: '保存立案草稿', en: 'Keep filing draft' },
  'approvals.draft.drop': { zh: '删除立案草稿', en: 'Drop filing draft' },
  'approvals.draft.list': { zh: '我的立案草稿', en: 'My filing drafts' },
  'approvals.draft.view': { zh: '打开立案草稿', en: 'Open filing draft' },
  'approvals.draft.unknown': {
    zh: '没有这份草稿，可能已经立案。',
    en: 'There is no such draft; it may have been filed.',
  },
  'approvals.draft.changed-meanwhile': {
    zh: '草稿已在另一窗口保存，请刷新后继续。',
    en: 'The draft was saved in another window; reload and go on.',
  },
  'approvals.item.list': { zh: '审批事项清单', en: 'Catalogue of items' },
  'approvals.item.view': { zh: '查看事项', en: 'See an item' },
  'approvals.item.choices': { zh: '事项配置选项', en: 'Choices for an item' },
  'approvals.item.publish': { zh: '发布事项', en: 'Publish an item' },
  'approvals.item.unknown': {
    zh: '没有编码为 {item} 的事项，请从事项清单中选择。',
    en: 'There is no item {item}; choose one of the catalogue.',
  },
  'approvals.item.publish.changed-meanwhile': {
    zh: '事项 {item} 已有人发布了第 {version} 版，请刷新后在新版上修改。',
    en: 'Version {version} of {item} has been published meanwhile; reload and change that one.',
  },
  'approvals.item.publish.unknown-process': {
    zh: '没有可立案的流程 {process}，请从列表中选择。',
    en: 'There is no process {process} that can be filed; choose one of the list.',
  },
  'approvals.item.publish.promise-too-long': {
    zh: '承诺时限 {promised} 个工作日超过法定时限 {legal} 个工作日，请改短。',
    en: 'The promise of {promised} working days is longer than the {legal} the law allows; make it shorter.',
  },
  'approvals.item.publish.material-twice': {
    zh: '材料「{material}」的标识重复，请改名。',
    en: 'The key of «{material}» is used twice; change it.',
  },
  'approvals.item.publish.unknown-organisation': {
    zh: '没有编码为 {organisation} 的机构，请从列表中选择。',
    en: 'There is no organisation {organisation}; choose one of the list.',
  },
  'approvals.item.publish.requires-itself': {
    zh: '阶段（{stage}）不能以自身为前置阶段。',
    en: 'A stage ({stage}) cannot wait for itself.',
  },
  'approvals.project.register': { zh: '登记项目（赋码）', en: 'Register a project' },
  'approvals.project.recordMilestone': { zh: '登记外部门许可', en: 'Record another authority’s permit' },
  'approvals.project.recordMilestone.in-future': {
    zh: '批准日期 {day} 在今天之后，请核对。',
    en: 'The day {day} is in the future; check it.',
  },
  'approvals.project.list': { zh: '项目库', en: 'Projects' },
  'approvals.project.view': { zh: '查看项目', en: 'See a project' },
  'approvals.project.unknown': {
    zh: '没有这个项目代码，请核对十八位代码，或先登记项目。',
    en: 'There is no project with this code; check its eighteen digits, or register the project.',
  },
  'approvals.tracking.overview': { zh: '审批跟踪', en: 'Tracking' },
  'approvals.tracking.places': { zh: '审批分布', en: 'Where approvals lie' },
  'approvals.tracking.projects': { zh: '在办项目', en: 'Projects under way' },
}
