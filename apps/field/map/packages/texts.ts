import type { Sentences } from '../../../../kernel/problems/sentences.ts'

export const packagesTexts = {
  'field.packages': { zh: '离线资料', en: 'Offline data' },
  'field.packages.none': { zh: '还没有离线资料', en: 'No offline data yet' },
  'field.packages.none.next': {
    zh: '选一个范围下载底图、图层和任务，没有信号也能看图、查询、套合。',
    en: 'Choose some ground: its map, layers and tasks come along, for looking, asking and overlay without a signal.',
  },
  'field.packages.space': {
    zh: '本应用已用 {used} MB，手机还可用约 {free} MB',
    en: 'This app uses {used} MB; about {free} MB are free',
  },
  'field.packages.removed': {
    zh: '已自动清理 {count} 份 {days} 天未用的离线资料',
    en: '{count} package(s) unused for {days} days were removed',
  },
  'field.packages.fetched': { zh: '下载于 {at}', en: 'from {at}' },
  'field.packages.staged': { zh: '已就绪，待下载 {size} MB', en: 'ready, {size} MB to download' },
  'field.packages.staged.update': {
    zh: '有更新，下载完成前仍用旧的',
    en: 'update ready; the old one is used till it is here',
  },
  'field.packages.fetch': { zh: '下载 {size} MB', en: 'Download {size} MB' },
  'field.packages.fetching': { zh: '正在下载 {done} / {total} MB', en: 'Downloading {done} / {total} MB' },
  'field.packages.update': { zh: '检查更新', en: 'Update' },
  'field.packages.same': { zh: '已是最新，无需下载', en: 'Up to date; nothing to download' },
  'field.packages.remove': { zh: '删除', en: 'Remove' },
  'field.packages.remove.sure': { zh: '确认删除', en: 'Really remove' },
  'field.packages.new': { zh: '新的离线资料', en: 'New offline data' },
  'field.packages.ground': { zh: '范围', en: 'Ground' },
  'field.packages.kind.tasks': { zh: '我的任务周边', en: 'Round my tasks' },
  'field.packages.kind.area': { zh: '乡镇或村', en: 'Town or village' },
  'field.packages.kind.box': { zh: '地图框选', en: 'Box on the map' },
  'field.packages.area.choose': { zh: '请选择', en: 'Choose' },
  'field.packages.imagery.none': { zh: '不要', en: 'None' },
  'field.packages.imagery.standard': { zh: '标准（2 米）', en: 'Standard (2 m)' },
  'field.packages.imagery.fine': { zh: '清晰（1 米）', en: 'Fine (1 m)' },
  'field.packages.plan': {
    zh: '{title}：{features} 个要素，{pictures} 张影像，约 {size} MB',
    en: '{title}: {features} features, {pictures} pictures, about {size} MB',
  },
  'field.packages.make': { zh: '准备离线资料', en: 'Prepare' },
  'field.packages.queued': { zh: '正在排队', en: 'Waiting in line' },
  'field.packages.box.hint': {
    zh: '移动和缩放地图，让方框套住要下载的范围。',
    en: 'Move and zoom the map until the frame holds what you want.',
  },
  'field.packages.box.take': { zh: '用这个范围', en: 'Use this box' },
  'field.package.cut': {
    zh: '网络断了，已下载 {done} / {total} MB，都留在手机上；恢复后从这里继续。',
    en: 'The link broke. {done} of {total} MB are here and stay; it goes on from there.',
  },
  'field.package.damaged': {
    zh: '下载的内容与清单不符，已丢弃这一块；请重试，旧资料不受影响。',
    en: 'A block was not what the manifest says and was dropped. Try again; the old data are untouched.',
  },
  'field.package.full': {
    zh: '手机存储已满，下载停在这里，旧资料不受影响；请清理后继续。',
    en: 'The phone is full. The download stopped here, the old data are untouched; make room and go on.',
  },
  'field.package.forged': {
    zh: '离线包的签名不是本单位服务器的，没有采用；请联系管理员。',
    en: 'The package is not signed by your server and was not taken; ask the administrator.',
  },
  'field.package.no-room': {
    zh: '空间不足：为安全替换需要空余 {wanted} MB，现约有 {free} MB。请先清除不用的资料或照片。',
    en: 'Not enough room: {wanted} MB must be free to replace it safely, about {free} MB are. Remove data or photos first.',
  },
  'field.package.failed': {
    zh: '服务器没有做成离线包，请稍后重试；若仍不行，请联系管理员。',
    en: 'The server could not make the package. Try again later, or ask the administrator.',
  },
} satisfies Sentences
