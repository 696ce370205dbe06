import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageFault } from '../../../modules/fieldwork/evidence/manifest.ts'
import { verifyPackage } from '../../../modules/fieldwork/evidence/verify-package.ts'
import { type Command, Mistake } from '../command.ts'
import { readConfig } from '../config.ts'

const WORDS: Record<PackageFault['kind'], string> = {
  changed: '已改动 · changed',
  missing: '缺少 · missing',
  extra: '多出 · added',
  unsigned: '没有签名 · not signed',
  forged: '清单与签名不符 · the manifest does not agree with its signature',
  stranger: '不是本平台签名 · signed by somebody else',
  unreadable: '不是完整的压缩包 · not a whole ZIP',
}

export const evidence: Command = {
  title: {
    zh: '核验举证成果包：签名、每个文件的摘要；改动、缺少、添加的逐个指出',
    en: 'verify an evidence package: its signature and every file; what was changed, taken out or added is named',
  },
  usage: 'evidence verify <zip> [--key <public key>]',
  options: { key: { type: 'string' } },
  async run({ positionals: [verb, path], values: { key } }) {
    if (verb !== 'verify' || !path) return 2
    if (!existsSync(path)) throw new Mistake(`没有文件 ${path} · there is no file ${path}`)
    const trusted = typeof key === 'string' ? key : ownKey()
    const { faults, manifest, signature } = await verifyPackage(path, trusted)
    for (const { kind, path: name } of faults) console.log(`${WORDS[kind]}: ${name}`)
    if (faults.length > 0 || !manifest || !signature) return 1
    const { files, cases, madeBy, madeAt } = manifest
    console.log(`完整，${cases.length} 件 ${files.length} 个文件 · whole, ${cases.length} cases, ${files.length} files`)
    console.log(`${madeBy} ${madeAt} · ${signature.receipt.signer} ${signature.receipt.keyId}`)
    if (!trusted) console.log('未指定公钥，只核验了完整性 · no key given: only that nothing was changed is known')
    return 0
  },
}

/** This platform's own key, where the package is looked at on the machine that made it. */
function ownKey(): string | undefined {
  const path = join(readConfig().dataFolder, 'keys', 'platform.json')
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { publicKey: string }).publicKey : undefined
}
