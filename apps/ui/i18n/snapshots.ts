import type { Sentences } from '../../../kernel/problems/sentences.ts'

export const snapshotTexts: Sentences = {
  'snapshots.title': { zh: '快照归档', en: 'Snapshots' },
  'snapshots.text': { zh: '案件里写过的任何字', en: 'Anything written about the case' },
  'snapshots.from': { zh: '归档日期从', en: 'Archived from' },
  'snapshots.to': { zh: '到', en: 'to' },
  'snapshots.taken': { zh: '归档时间', en: 'Archived' },
  'snapshots.size': { zh: '大小', en: 'Size' },
  'snapshots.digest': { zh: '摘要（SM3）', en: 'Digest (SM3)' },
  'snapshots.empty': { zh: '还没有快照', en: 'No snapshots yet' },
  'snapshots.empty.next': {
    zh: '案件办结时自动封存一份快照：表单、意见、材料、图形、流程和记录，内容不能再改。',
    en: 'When a case ends, a snapshot is sealed: forms, opinions, files, map, flow and history, never to be changed.',
  },
  'snapshot.whole': {
    zh: '校验一致：包、清单、每个文件和签名都与封存时相同',
    en: 'Verified: package, manifest, every file and the signature are as they were sealed',
  },
  'snapshot.fault': { zh: '校验不一致', en: 'Not as it was sealed' },
  'snapshot.fault.package-missing': {
    zh: '文件库里找不到快照包。请管理员从备份恢复后再校验。',
    en: 'The package is not in the file store. Restore it from the backup and verify again.',
  },
  'snapshot.fault.package-altered': {
    zh: '快照包的字节与封存时不同，不能作为凭据。请管理员从备份恢复。',
    en: 'The bytes of the package differ from those sealed; it proves nothing. Restore it from the backup.',
  },
  'snapshot.fault.manifest-altered': {
    zh: '清单与封存时不同，不能作为凭据。请管理员从备份恢复。',
    en: 'The manifest differs from the one sealed; it proves nothing. Restore it from the backup.',
  },
  'snapshot.fault.signature': {
    zh: '签名不符，清单可能被替换。请管理员核对备份。',
    en: 'The signature does not match; the manifest may have been replaced. Compare with the backup.',
  },
  'snapshot.fault.unknown-key': {
    zh: '找不到签名所用的密钥，无法校验签名。请管理员恢复密钥记录。',
    en: 'The key of the signature is unknown, so it cannot be verified. Restore the key record.',
  },
  'snapshot.fault.entry-altered': {
    zh: '文件“{path}”与封存时不同。请管理员从备份恢复。',
    en: 'The file “{path}” differs from the one sealed. Restore it from the backup.',
  },
  'snapshot.fault.entry-missing': {
    zh: '包里缺少文件“{path}”。请管理员从备份恢复。',
    en: 'The file “{path}” is missing. Restore it from the backup.',
  },
  'snapshot.fault.addendum-altered': {
    zh: '归档后补充的“{path}”与登记时不同。请管理员从备份恢复。',
    en: 'What was added as “{path}” differs from what was recorded. Restore it from the backup.',
  },
  'snapshot.fault.addendum-file': {
    zh: '归档后补充的文件“{path}”缺失或与登记时不同。请管理员从备份恢复。',
    en: 'The file added as “{path}” is missing or differs from the one recorded. Restore it from the backup.',
  },
  'snapshot.addenda': { zh: '归档后补充', en: 'Added since' },
  'snapshot.addenda.note': {
    zh: '快照封存后不再改变；此后的文书逐条登记，每条的摘要都包含上一条的摘要，第一条包含快照的摘要。',
    en: 'The snapshot stays as it was sealed. What came later is recorded here, each digest taking in the one before it, the first that of the snapshot.',
  },
  'snapshot.addendum.issued': { zh: '发证', en: 'Issued' },
  'snapshot.addendum.revoked': { zh: '撤销', en: 'Revoked' },
  'snapshot.verify': { zh: '重新校验', en: 'Verify again' },
  'snapshot.download': { zh: '下载快照包', en: 'Download package' },
  'snapshot.openCase': { zh: '打开案件', en: 'Open case' },
  'snapshot.facts': { zh: '案件', en: 'Case' },
  'snapshot.seal': { zh: '封存', en: 'Seal' },
  'snapshot.signer': { zh: '签名人', en: 'Signer' },
  'snapshot.algorithm': { zh: '算法', en: 'Algorithm' },
  'snapshot.key': { zh: '密钥', en: 'Key' },
  'snapshot.forms': { zh: '表单', en: 'Forms' },
  'snapshot.opinions': { zh: '意见', en: 'Opinions' },
  'snapshot.opinions.none': { zh: '办理中没有人写意见', en: 'Nobody wrote an opinion' },
  'snapshot.files': { zh: '文件', en: 'Files' },
  'snapshot.files.none': { zh: '没有文件', en: 'No files' },
  'snapshot.flow': { zh: '流程与记录', en: 'Flow and history' },
  'snapshot.asOf': { zh: '归档时的一张图', en: 'The map when it was archived' },
}
