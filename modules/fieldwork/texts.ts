import type { Sentences } from '../../kernel/problems/sentences.ts'
import { conflictTexts } from './conflicts/texts.ts'
import { discoveryTexts } from './discovery/texts.ts'
import { dispatchTexts } from './dispatch/texts.ts'
import { evidencePackageTexts } from './evidence/texts.ts'
import { packageTexts } from './packages/texts.ts'
import { rescueTexts } from './rescue/texts.ts'
import { reuseTexts } from './reuse/texts.ts'
import { templateTexts } from './templates/texts.ts'
import { resultTexts } from './web/result/texts.ts'

export const texts: Sentences = {
  ...conflictTexts,
  ...dispatchTexts,
  ...discoveryTexts,
  ...evidencePackageTexts,
  ...packageTexts,
  ...resultTexts,
  ...rescueTexts,
  ...reuseTexts,
  ...templateTexts,
  'business.fieldwork.annualChange': { zh: '年度变更调查', en: 'Change of the year' },
  'business.fieldwork.dailyChange': { zh: '日常变更调查', en: 'Change of the day' },
  'business.fieldwork.markPatrol': { zh: '测量标志巡查', en: 'Survey marks' },
  'business.fieldwork.enforcementPatrol': { zh: '执法巡查', en: 'Enforcement' },
  'business.fieldwork.clueCheck': { zh: '执法线索核查', en: 'Clue checks' },
  'fieldwork.result.view': { zh: '外业成果', en: 'Field result' },
  'fieldwork.sync': { zh: '同步外业操作', en: 'Sync field work' },
  'fieldwork.device.register': { zh: '登记外业设备', en: 'Register a phone' },
  'fieldwork.device.register.other-key': {
    zh: '设备 {device} 已用另一把密钥登记；请由管理员停用旧登记后，在手机上重新登录。',
    en: 'The phone {device} is registered with another key; have the administrator revoke that one, then sign in again on the phone.',
  },
  'fieldwork.device.list': { zh: '外业设备', en: 'Phones' },
  'fieldwork.device.revoke': { zh: '停用外业设备', en: 'Revoke a phone' },
  'fieldwork.device.revoke.done': {
    zh: '设备 {device} 已停用，不必再次停用。',
    en: 'The phone {device} is revoked already.',
  },
  'fieldwork.device.unknown': {
    zh: '没有设备 {device}，请刷新列表。',
    en: 'There is no phone {device}; reload the list.',
  },
  'fieldwork.device.revoked': {
    zh: '这部手机（{device}）已被停用，不再接收其数据，本机数据将被清除；如有疑问请联系管理员。',
    en: 'This phone ({device}) has been revoked: nothing more is taken from it and it erases what it holds. Ask the administrator.',
  },
  'fieldwork.device.not-yours': {
    zh: '设备 {device} 登记在他人名下；请用自己的账号登录，或由管理员停用后重新登记。',
    en: 'The phone {device} is registered to somebody else; sign in under your own name, or have it revoked and register anew.',
  },
  'fieldwork.task.list': { zh: '外业任务', en: 'Field tasks' },
  'fieldwork.task.view': { zh: '查看外业任务', en: 'View field task' },
  'fieldwork.task.claim': { zh: '签收外业任务', en: 'Claim field task' },
  'fieldwork.operation.list': { zh: '待处理的外业操作', en: 'Field work set aside' },
  'fieldwork.operation.adopt': { zh: '采用外业操作', en: 'Take up field work' },
  'fieldwork.operation.adopt.unknown': {
    zh: '没有这项外业操作，请刷新列表。',
    en: 'There is no such operation; reload the list.',
  },
  'fieldwork.operation.adopt.done': {
    zh: '这项操作已经生效（{status}），不必再采用。',
    en: 'The operation is done already ({status}).',
  },
  'fieldwork.operation.adopt.still': {
    zh: '这项操作仍不能生效（{status}），请稍后再试。',
    en: 'The operation still cannot be done ({status}); try later.',
  },
  'fieldwork.task.not-field': {
    zh: '环节「{step}」不是外业任务，请在案件页面办理。',
    en: 'The step {step} is not field work; do it on the case page.',
  },
  'fieldwork.task.no-range': {
    zh: '案件没有调查范围，请先在案件中补充范围。',
    en: 'The case has no range; add it to the case first.',
  },
  'fieldwork.patch.no-area': {
    zh: '图斑无法构成面（{reason}），请重新绘制。',
    en: 'The outline encloses no area ({reason}); draw it again.',
  },
  'fieldwork.patch.no-geometry': {
    zh: '新图斑没有图形，请先绘制边界。',
    en: 'The new patch has no outline; draw it first.',
  },
  'fieldwork.patch.outside-range': {
    zh: '图斑超出调查范围 {area} 平方米（位置 {x}, {y}），请修改边界。',
    en: 'The patch leaves the range by {area} m² (at {x}, {y}); change its border.',
  },
  'fieldwork.patch.overlap': {
    zh: '两个图斑重叠 {area} 平方米（位置 {x}, {y}），请修改其中一个的边界。',
    en: 'Two patches overlap by {area} m² (at {x}, {y}); change the border of one.',
  },
  'fieldwork.patch.unknown-class': {
    zh: '没有地类编码 {DLBM}，请从三调工作分类中选择。',
    en: 'There is no land class {DLBM}; choose one of the survey classes.',
  },
  'fieldwork.patch.not-a-patch-class': {
    zh: '{DLBM} {name} 不能作为图斑地类，请选择二级类。',
    en: '{DLBM} {name} cannot be the class of a patch; choose a class of the second level.',
  },
  'fieldwork.patch.town-class': {
    zh: '{DLBM} 只用于城市、建制镇（201、202）；村庄内的住宅请用 0702。',
    en: '{DLBM} is for cities and towns (201, 202) only; use 0702 for houses in villages.',
  },
  'fieldwork.patch.unknown-ownership': {
    zh: '没有权属性质代码 {QSXZ}，请重新选择。',
    en: 'There is no ownership code {QSXZ}; choose again.',
  },
  'fieldwork.patch.changed-meanwhile': {
    zh: '图斑已被他人修改（第 {revision} 版），两个版本都已保留，请在内业对照后决定。',
    en: 'Somebody changed the patch (revision {revision}); both versions are kept for the office to decide.',
  },
  'fieldwork.form.changed-meanwhile': {
    zh: '调查表已被他人修改（第 {revision} 版），两个版本都已保留，请对照后再保存。',
    en: 'Somebody changed the form (revision {revision}); both versions are kept. Compare and save again.',
  },
  'fieldwork.task.submit.no-patch': {
    zh: '还没有调查图斑，请至少绘制一个图斑再提交。',
    en: 'There is no patch yet; draw at least one before submitting.',
  },
  'fieldwork.task.submit.no-class': {
    zh: '第 {patch} 个图斑没有地类，请补充后再提交。',
    en: 'Patch {patch} has no class; fill it in before submitting.',
  },
  'fieldwork.task.submit.kinds': {
    zh: '第 {patch} 个图斑还差 {missing} 张「{zh}」照片（{found}/{wanted}），请补拍后再上报。',
    en: 'Patch {patch} lacks {missing} photo(s) of the kind «{en}» ({found} of {wanted}); take them and submit again.',
  },
  'fieldwork.task.submit.angles': {
    zh: '第 {patch} 个图斑的照片没有围到：边界见到 {seen}%（应 ≥{wanted}%），最大空缺 {gap}°（应 ≤{most}°）。请到对面，朝 {azimuth}° 补拍。',
    en: 'The photos of patch {patch} do not show it from all around: {seen} % of the border seen (≥ {wanted} % wanted), widest gap {gap}° (≤ {most}°). Go across and look towards {azimuth}°.',
  },
  'fieldwork.task.submit.form': {
    zh: '表单「{fieldZh}」没有填好，请补充后再上报。',
    en: 'The field «{fieldEn}» is not filled in rightly; mend it and submit again.',
  },
  'fieldwork.task.submit.evidence': {
    zh: '举证不符合要求：{zh}（现有 {found}，要求 {wanted}{field}）。请补拍，或填写未举证原因。',
    en: 'The evidence is not enough: {en} (found {found}, wanted {wanted} {field}). Take more photos or give a reason.',
  },
  'fieldwork.sync.unknown-kind': {
    zh: '无法识别的操作类型 {kind}，请更新手机应用；内容已保留。',
    en: 'Unknown kind of operation {kind}: update the app. It is kept.',
  },
  'fieldwork.sync.misshapen': {
    zh: '操作内容有误（{where} 不符合要求），已保留待处理。',
    en: 'The operation is misshapen ({where} is not as it must be); it is kept.',
  },
  'fieldwork.sync.id-reused': {
    zh: '操作编号 {id} 已被另一操作使用，已隔离保留。',
    en: 'Another operation has the id {id}; this one is kept apart.',
  },
  'fieldwork.sync.hash-differs': {
    zh: '第 {sequence} 项操作与其校验值不一致，可能传输受损；已隔离，请重新同步。',
    en: 'Operation {sequence} differs from its hash, perhaps the link broke; it is kept apart. Sync again.',
  },
  'fieldwork.sync.sequence-taken': {
    zh: '本设备第 {sequence} 项操作已收到过另一内容（最后为 {last}），已隔离保留。',
    en: 'Another operation {sequence} of this device was received (last {last}); this one is kept apart.',
  },
  'fieldwork.sync.chain-broken': {
    zh: '第 {sequence} 项操作与前一项不衔接，已隔离保留，请联系管理员核对。',
    en: 'Operation {sequence} does not follow the one before; it is kept apart for a person to check.',
  },
}
