import type { Sentences } from '../../../kernel/problems/sentences.ts'

/** Saved views and acts on many. */
export const listTexts: Sentences = {
  'views.title': { zh: '我的视图', en: 'Saved views' },
  'views.save': { zh: '存为视图', en: 'Save as view' },
  'views.update': { zh: '保存修改到“{name}”', en: 'Save changes to “{name}”' },
  'views.name': { zh: '视图名称', en: 'Name' },
  'views.name.hint': {
    zh: '保存当前的筛选条件，以后一次点击即可恢复。',
    en: 'Keeps the filters as they are now, one click away.',
  },
  'views.menu': { zh: '视图“{name}”的操作', en: 'Actions of the view “{name}”' },
  'views.rename': { zh: '重命名', en: 'Rename' },
  'views.makeDefault': { zh: '设为默认', en: 'Make default' },
  'views.noDefault': { zh: '取消默认', en: 'No longer default' },
  'views.isDefault': { zh: '默认视图', en: 'Default view' },
  'views.share': { zh: '共享…', en: 'Share…' },
  'views.share.title': { zh: '共享视图“{name}”', en: 'Share the view “{name}”' },
  'views.share.with': { zh: '共享给角色', en: 'With the role' },
  'views.share.nobody': { zh: '不共享', en: 'Nobody' },
  'views.share.hint': {
    zh: '持有该角色的人员都能使用此视图；各人看到的内容仍按各自的权限。',
    en: 'Everybody with the role can use the view; what each sees is limited by their own rights.',
  },
  'views.from': { zh: '由 {name} 共享', en: 'Shared by {name}' },
  'views.remove': { zh: '删除', en: 'Delete' },
  'batch.done': { zh: '{act}：已办 {count} 件', en: '{act}: {count} done' },
  'batch.some': {
    zh: '{act}：已办 {done} 件，{failed} 件未办：{why}',
    en: '{act}: {done} done, {failed} not: {why}',
  },
  'batch.ask': { zh: '{act}所选 {count} 件', en: '{act} {count} selected' },
  'batch.reason.hint': { zh: '原因会写入每一件的办理记录', en: 'It is kept in the history of each' },
}
