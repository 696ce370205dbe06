// node tools/postgres.ts <program> [words…]: runs a program with DATABASE_URL pointing at a PostgreSQL with PostGIS that this
// script installs (Debian packages), starts in a folder of its own, and stops and removes afterwards.
import { execFileSync, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runStep } from './run-step.ts'

const BIN = '/usr/lib/postgresql/15/bin'
const isRoot = process.getuid?.() === 0
const folder = join(tmpdir(), `yutu-postgres-${process.pid}`)

install()
// The program hears of Ctrl+C itself; this one stays to clean up after it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
let code = 1
try {
  const port = await freePort()
  begin(port)
  const [program = 'true', ...words] = process.argv.slice(2)
  code = await runStep(program, words, {
    environment: { DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/yutu` },
  })
} finally {
  if (existsSync(join(folder, 'data', 'postmaster.pid')))
    asPostgres('pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', 'stop'])
  rmSync(folder, { recursive: true, force: true })
}
process.exit(code)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function install(): void {
  if (existsSync(join(BIN, 'postgres')) && existsSync('/usr/share/postgresql/15/extension/postgis.control')) return
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...words: string[]) =>
    spawnSync(isRoot ? 'apt-get' : 'sudo', [...(isRoot ? [] : ['apt-get']), ...words], {
      stdio: 'inherit',
      env: environment,
    })
  apt('update', '-qq')
  const { status } = apt('install', '-y', '-qq', '--no-install-recommends', 'postgresql-15', 'postgresql-15-postgis-3')
  if (status !== 0) throw new Error('postgresql-15 and postgresql-15-postgis-3 could not be installed')
}

function begin(port: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  if (isRoot)
    chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])))
  asPostgres('initdb', ['-D', join(folder, 'data'), '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c shared_buffers=256MB -c max_connections=120`
  asPostgres('pg_ctl', ['-D', join(folder, 'data'), '-w', '-l', join(folder, 'log'), '-o', settings, 'start'])
  asPostgres('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', 'yutu'])
}

/** PostgreSQL refuses to run as root. */
function asPostgres(program: string, words: string[]): void {
  const command = [join(BIN, program), ...words]
  const [first, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
  execFileSync(first!, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder })
}
