import type { Sentences } from '../../kernel/problems/sentences.ts'

const of = (zh: string, en: string) => ({ zh, en })

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
  'approvals.case.review': { zh: '辅助审查', en: 'Review by rules' },
  'approvals.item.chain': { zh: '查看事项全链条', en: 'See the chain of an item' },
  'approvals.item.publish.unknown-rule': {
    zh: '没有已发布的业务规则 {rule}，请重新选择审查规则。',
    en: 'No rule {rule} has been published; choose the review rules again.',
  },
  'approvals.item.publish.unknown-name': {
    zh: '结果文书用到的 {names} 不是立案表单的字段，也不是通用名称；请更正花括号中的名称。',
    en: 'The document asks for {names}, which the form does not have; correct the names in braces.',
  },
  'approvals.result.list': { zh: '许可结果台账', en: 'Documents handed over' },
  'approvals.result.download': { zh: '下载结果文书', en: 'Download a document' },
  'approvals.result.verify': { zh: '核验结果文书', en: 'Verify a document' },
  'approvals.result.unknown': {
    zh: '没有这份结果文书，或不在您的权限区域内。',
    en: 'There is no such document, or it lies outside your areas.',
  },
  'approvals.result.verify.unknown': {
    zh: '核验码 {code} 没有对应的结果文书，请核对 20 位核验码；仍不符的，文书可能不是本局发出的。',
    en: 'No document has the code {code}; check its 20 signs. If they are right, it may not be ours.',
  },
  'approvals.result.issue': { zh: '制发结果文书', en: 'Hand over the document' },
  'approvals.result.issue.issued': {
    zh: '案件 {number} 已制发结果文书 {document}，不能重复制发；请在许可结果台账中查看。',
    en: 'Case {number} has its document {document} already; see it among the documents handed over.',
  },
  'approvals.result.issue.not-decided': {
    zh: '案件 {number} 尚未办结，不能制发结果文书；请先办完审定和办结环节。',
    en: 'Case {number} is not closed yet; the document comes after the decision and its delivery.',
  },
  'approvals.result.issue.not-granted': {
    zh: '案件 {number} 没有准予，不制发结果文书；不予许可的以告知书送达。',
    en: 'Case {number} was not granted, so there is no document; a refusal is told by its own notice.',
  },
  'approvals.result.issue.no-template': {
    zh: '事项「{item}」没有配置结果文书；请业务配置员在事项中填写文书模板后再制发。',
    en: '«{item}» has no document yet; have its template filled in and published first.',
  },
  'approvals.result.issue.no-number': {
    zh: '案件 {number} 没有批准文号，不能制发；请联系承办人核对办结信息。',
    en: 'Case {number} has no number of the decision; ask whoever closed it.',
  },
  'approvals.result.revoke': { zh: '撤销（注销）结果文书', en: 'Revoke a document' },
  'approvals.result.revoke.revoked': {
    zh: '结果文书 {number} 已经撤销，请刷新。',
    en: 'The document {number} has been revoked already; reload.',
  },
  'approvals.chain.no-form': of(
    '流程没有立案表单，窗口不能受理；请在流程设计中选择表单。',
    'The process has no filing form, so nothing can be accepted; choose one in the design.',
  ),
  'approvals.chain.no-materials': of(
    '没有申报材料清单；确实不收材料的可以不填。',
    'No papers are asked for; fine if there are none.',
  ),
  'approvals.chain.closed': of('事项已停办，窗口不能立案。', 'The item is closed; nothing can be filed.'),
  'approvals.chain.no-law': of('没有填写设定依据；请在事项中补充。', 'No legal basis is named; add it to the item.'),
  'approvals.chain.no-clock': of(
    '流程没有指定受理后起算时限，时限从立案起算。',
    'The clock begins with the filing, not with the acceptance.',
  ),
  'approvals.chain.nobody': of(
    '「{step}」没有人能办：没有人担任角色「{role}」；请由安全管理员授权。',
    'Nobody can do «{step}»: no person holds the role «{role}»; have it granted.',
  ),
  'approvals.chain.step-too-long': of(
    '「{step}」的时限 {days} 个工作日超过承诺时限 {promised} 个工作日。',
    '«{step}» may take {days} working days, more than the {promised} promised for all.',
  ),
  'approvals.chain.no-cosigner': of(
    '会签科室 {section} 没有会签人；请授权或更换科室。',
    'The section {section} has nobody to co-sign; grant the role or choose another.',
  ),
  'approvals.chain.no-rule': of(
    '审查规则 {rule} 没有发布；请发布决策表，或从事项中去掉。',
    'The rule {rule} is not published; publish it or take it out.',
  ),
  'approvals.chain.rule-facts': of(
    '审查规则 {rule} 要用到 {names}，立案表单和一张图都不提供；请补字段或改规则。',
    'The rule {rule} asks for {names}, which neither the form nor the map gives.',
  ),
  'approvals.chain.no-rules': of(
    '没有配置审查规则，初审全凭人工；可选择业务规则辅助审查。',
    'No review rules: the examination is by hand alone.',
  ),
  'approvals.chain.no-result': of(
    '没有结果文书模板，准予后不能制证发证；请在事项中填写。',
    'No document template: nothing can be handed over when it is granted.',
  ),
  'approvals.chain.result-names': of(
    '结果文书用到的 {names} 不是立案表单的字段；请更正模板。',
    'The document asks for {names}, which the form does not have.',
  ),
  'approvals.chain.no-number': of(
    '没有环节填写文号，结果文书无号可用；请在办结环节开放文号字段。',
    'No step writes the number of the decision; open that field at the last step.',
  ),
  'approvals.chain.no-validity': of(
    '事项有有效期，但表单没有「有效期至」，到期不会提醒。',
    'The item has a validity but the form no last day, so nothing warns of it.',
  ),
  'approvals.chain.no-legal-limit': of('许可事项没有填写法定时限。', 'A licence without a legal limit.'),
  'approvals.chain.no-escalation': of(
    '流程没有设置超期上报；超期只亮红灯和督办，不自动上报。',
    'Nothing is escalated when it is late; lamps and supervision remain.',
  ),
  'approvals.chain.not-archived': of(
    '结束「{end}」之前没有快照归档；请在流程中加上归档环节。',
    'The end «{end}» is reached without an archive; add that step.',
  ),
  'approvals.chain.dead': of(
    '有 {count} 条结果没有送达共享库，请联系系统管理员补推。',
    '{count} results did not reach the shared store; have them sent again.',
  ),
  'approvals.item.list': { zh: '审批事项清单', en: 'Catalogue of items' },
  'approvals.item.view': { zh: '查看事项', en: 'See an item' },
  'approvals.item.choices': { zh: '事项配置选项', en: 'Choices for an item' },
  'approvals.item.propose': { zh: '提请发布事项', en: 'Propose a change of an item' },
  'approvals.item.withdraw': { zh: '撤回事项修改', en: 'Take back a proposed item' },
  'approvals.item.publish': { zh: '确认发布事项', en: 'Publish a proposed item' },
  'approvals.item.decline': { zh: '退回事项修改', en: 'Send a proposed item back' },
  'approvals.item.proposals': { zh: '待发布的事项', en: 'Items to be published' },
  'approvals.item.proposal': { zh: '查看待发布的事项', en: 'See a proposed item' },
  'approvals.item.propose.waiting': {
    zh: '{name} 已提请发布事项 {item}，尚待确认；请等确认或退回后再改。',
    en: '{name} has proposed a change of {item} that waits for a second person; change it when that has been answered.',
  },
  'approvals.item.propose.meanwhile': {
    zh: '刚有人提请发布事项 {item}，请刷新查看。',
    en: 'Somebody has just proposed a change of {item}; reload to see it.',
  },
  'approvals.item.publish.not-proposed': {
    zh: '事项 {item} 没有这份待确认的修改（可能已撤回、退回或发布），请刷新。',
    en: 'This change of {item} no longer waits: it was taken back, sent back or published. Reload.',
  },
  'approvals.item.publish.same-person': {
    zh: '事项 {item} 是您提请发布的，须由另一人确认，如：{names}。',
    en: 'You proposed this change of {item}; it takes another person to publish it, such as {names}.',
  },
  'approvals.item.publish.nobody': {
    zh: '事项 {item} 须由另一人确认发布，目前没有其他人有此权限；请安全管理员授权。',
    en: 'It takes another person to publish {item}, and nobody else has the right; ask the security administrator.',
  },
  'approvals.item.withdraw.of-another': {
    zh: '事项 {item} 是 {name} 提请发布的，只能由本人撤回；您可以退回修改。',
    en: '{name} proposed this change of {item} and alone takes it back; you may send it back.',
  },
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
