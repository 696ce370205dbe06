import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Start, Told } from './field-phone.child.ts'
import type { Report } from './field-phone.ts'

/** A phone in a process of its own, as the test speaks to it. Whatever is awaited fails when the process ends. */
export type PhoneProcess = {
  tell(message: Told): void
  /** Makes and sends acts until it has made so many. */
  work(until: number, tellAtSend: number | null): Promise<void>
  /** Its n-th request of this work has been sent (`tellAtSend`). */
  sent(): Promise<void>
  settle(): Promise<Report>
  end(): void
}

export async function phoneProcess(start: Start, origin: string): Promise<PhoneProcess> {
  const child = fork(join(import.meta.dirname, 'field-phone.child.ts'), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=1500'],
  })
  const heard = <T>(name: string): Promise<T> =>
    new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`the phone ended with ${code} before it was ${name}`))
      const listen = (message: Record<string, T>) => {
        if (!(name in message)) return
        child.off('message', listen as never)
        child.off('exit', ended)
        resolve(message[name]!)
      }
      child.on('message', listen as never)
      child.once('exit', ended)
    })
  const tell = (message: Told) => void child.send(message)
  const ready = heard('ready')
  tell({ start })
  await ready
  tell({ origin })
  return {
    tell,
    async work(until, tellAtSend) {
      const worked = heard('worked')
      tell({ workUntil: until, tellAtSend })
      await worked
    },
    sent: () => heard('sent'),
    settle() {
      const report = heard<Report>('report')
      tell({ settle: true })
      return report
    },
    end: () => void child.kill('SIGKILL'),
  }
}
