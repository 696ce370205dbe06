// Runs on whatever Node is on the machine (20 or newer) and needs nothing installed: it brings the packages and, with
// them, Node 24, in which everything else runs.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.yutu-installed')

const [task = 'start', ...rest] = process.argv.slice(2)
const entries = {
  start: ['apps/server/cli.ts', 'start'],
  yutu: ['apps/server/cli.ts'],
  test: ['tools/test.ts'],
  check: ['tools/check.ts'],
  bench: ['bench/run.ts'],
  format: ['tools/format.ts'],
}
const entry = entries[task]
if (!entry) {
  console.error(`unknown task «${task}»; one of ${Object.keys(entries).join(', ')}`)
  process.exit(2)
}
install()
const child = spawn(node24(), [join(root, entry[0]), ...entry.slice(1), ...rest], {
  stdio: 'inherit',
  // Types are stripped once, not at every start.
  env: { NODE_COMPILE_CACHE: join(root, '.cache', 'node'), ...process.env },
  cwd: task === 'yutu' ? process.cwd() : root,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('安装依赖，约一分钟… · Installing packages, about a minute…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(npm, ['ci', '--include=dev', '--include=optional', ...quiet], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      'npm ci 未完成；请检查网络或镜像设置后重试。 · npm ci did not finish; check the network or the registry setting and try again.',
    )
    process.exit(1)
  }
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

/** The Node 24 that came with the packages; else this machine's own, when it is new enough. */
function node24() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const path = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(
    `需要 Node 24；此平台（${process.platform}-${process.arch}）没有随包提供。 · Node 24 is needed and does not come with the packages on this platform.`,
  )
  process.exit(1)
}
