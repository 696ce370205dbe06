// node bpmn-engine.peer.ts <at once> <seconds>: user tasks signalled in that time, a second. In memory.
import { EventEmitter } from 'node:events'
import { loadPeer } from '../peers/install.ts'

type Activity = { type: string; id: string; signal(message?: object): void }
type Execution = { signal(message: object): void }
type EngineClass = new (
  options: object,
) => {
  execute(options: object, callback?: (error?: Error) => void): Promise<Execution>
}
const { Engine } = loadPeer<{ Engine: EngineClass }>('bpmn-engine')
const BpmnModdle = loadPeer<new () => { fromXML(xml: string): Promise<object> }>('bpmn-moddle')

const [users = 50, seconds = 3] = process.argv.slice(2).map(Number)
const STEPS = 5
const tasks = Array.from({ length: STEPS }, (_, n) => `<userTask id="t${n}"/>`).join('')
const names = ['start', ...Array.from({ length: STEPS }, (_, n) => `t${n}`), 'end']
const flows = names
  .slice(1)
  .map((to, n) => `<sequenceFlow id="f${n}" sourceRef="${names[n]}" targetRef="${to}"/>`)
  .join('')
const source = `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <process id="approval" isExecutable="true"><startEvent id="start"/>${tasks}<endEvent id="end"/>${flows}</process></definitions>`

// The model is read once for all cases.
const moddleContext = await new BpmnModdle().fromXML(source)
const begun = performance.now()
const isOver = () => performance.now() - begun > 1000 * seconds
let done = 0

/** One approval after the other; each task is signalled as soon as it waits. */
async function work(): Promise<void> {
  while (!isOver()) {
    const listener = new EventEmitter()
    listener.on('activity.wait', (activity: Activity) => {
      done++
      setImmediate(() => activity.signal())
    })
    const engine = new Engine({ name: 'approval', moddleContext })
    await new Promise<void>((resolve, reject) => {
      engine.execute({ listener }, (error) => (error ? reject(error) : resolve())).catch(reject)
    })
  }
}

await Promise.all(Array.from({ length: users }, work))
console.log(Math.round(done / ((performance.now() - begun) / 1000)))
process.exit(0)
