/** Most particular first: every browser claims to be several others. */
const BROWSERS: [name: string, pattern: RegExp][] = [
  ['Edge', /Edg\/(\d+)/],
  ['Opera', /OPR\/(\d+)/],
  ['Firefox', /Firefox\/(\d+)/],
  ['Chrome', /Chrome\/(\d+)/],
  ['Safari', /Version\/(\d+).*Safari/],
]
const SYSTEMS: [name: string, pattern: RegExp][] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** «Chrome 153 · Windows» from what a browser says of itself; as it stands when it is none of the known. */
export function browserName(agent: string | null): string {
  if (!agent) return '—'
  const found = BROWSERS.flatMap(([name, pattern]) => {
    const version = pattern.exec(agent)?.[1]
    return version ? [`${name} ${version}`] : []
  })[0]
  if (!found) return agent
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0]
  return system ? `${found} · ${system}` : found
}
