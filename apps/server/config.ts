import { join } from 'node:path'
import { Mistake } from './command.ts'

export const root = join(import.meta.dirname, '..', '..')

export type Config = {
  host: string
  port: number
  /** Embedded database, files and keys live here. */
  dataFolder: string
  cacheFolder: string
  databaseUrl?: string
  /** Deliveries dropped here are taken in by the listener. */
  dropFolder: string
}

function portOf(text: string): number {
  const port = Number(text)
  if (text !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new Mistake(`PORT=${text} 不是端口号。 · PORT=${text} is no port.`)
}

/** From the environment: HOST, PORT, YUTU_DATA, YUTU_DROP, DATABASE_URL. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const dataFolder = environment.YUTU_DATA ?? join(root, 'data')
  return {
    host: environment.HOST ?? '127.0.0.1',
    port: portOf(environment.PORT ?? '8080'),
    dataFolder,
    cacheFolder: join(root, '.cache'),
    databaseUrl: environment.DATABASE_URL,
    dropFolder: environment.YUTU_DROP ?? join(dataFolder, 'drop'),
  }
}
