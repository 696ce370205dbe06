import { readFileSync } from 'node:fs'

/**
 * Seconds of processor this process has used, with those of another (a connection of PostgreSQL has a process of its own): what
 * others do on the machine disturbs them less than what passes on the clock. Linux only.
 */
export function processorSeconds(pid?: number): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + (pid ? secondsOfProcess(pid) : 0)
}

/** Of a process of this machine; its time waiting for a processor is not in it. */
export const secondsOfProcess = (pid: number): number =>
  Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9
