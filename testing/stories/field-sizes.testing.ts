import type { Page } from 'playwright-core'

/** What is wrong with the page as it stands (WCAG 2.2 AA; house rule: targets of 44 px), each with where. Measured, not looked at. */
export const faultsOf = (page: Page): Promise<string[]> => page.evaluate(measureFaults)

/** Controls that do not show that they have the focus of the keyboard. */
export async function unseenFocus(page: Page): Promise<string[]> {
  // Programs that move the focus show it only to whoever uses keys.
  await page.keyboard.press('Tab')
  return page.evaluate(measureFocus)
}

/** Runs in the page. */
function measureFocus(): string[] {
  const found: string[] = []
  ;(document.activeElement as HTMLElement | null)?.blur()
  const root = document.querySelector('dialog[open], .ground-sheet, .board') ?? document.body
  for (const control of root.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary')) {
    if (!control.checkVisibility() || (control as HTMLInputElement).disabled) continue
    const label = control.closest('label')
    const shapes = [control, ...(label ? [label] : []), control.closest<HTMLElement>('[class*="ant-"]') ?? control]
    const before = shapes.map((one) => looksOf(one))
    control.focus({ preventScroll: true })
    if (document.activeElement !== control) continue
    if (!shapes.some((one, k) => looksOf(one) !== before[k]))
      found.push(`no focus seen: ${control.tagName} ${control.className} ${control.textContent?.slice(0, 20)}`)
    control.blur()
  }
  return found

  function looksOf(one: HTMLElement): string {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(one)
    return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor].join()
  }
}

/** Runs in the page. */
function measureFaults(): string[] {
  const faults = new Set<string>()
  const root = document.querySelector('dialog[open], .ground-sheet, .board') ?? document.body
  const say = (what: string, one: Element, more = '') =>
    faults.add(`${what}: ${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} «${wordsOf(one)}» ${more}`)
  const all = [...root.querySelectorAll<HTMLElement>('*')].filter((one) => isSeen(one))
  sideways()
  for (const one of all) {
    texts(one)
    if (one.matches('a[href],button,input,select,textarea,summary,[role=button],[role=radio],[role=tab]')) control(one)
  }
  if (document.getAnimations().length > 0) faults.add('moves though less movement is asked for')
  return [...faults]

  function wordsOf(one: Element): string {
    return (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 24)
  }

  function isSeen(one: HTMLElement): boolean {
    if (!one.checkVisibility({ visibilityProperty: true })) return false
    return !one.closest('svg, canvas, .sr-only, .visually-hidden, [aria-hidden=true], .maplibregl-ctrl')
  }

  function sideways(): void {
    const page = document.documentElement
    if (page.scrollWidth > page.clientWidth) faults.add(`page scrolls sideways: ${page.scrollWidth}`)
    if (page.scrollHeight > page.clientHeight + 1 && root === document.body && !document.querySelector('.lock'))
      faults.add(`page itself scrolls: ${page.scrollHeight}`)
    for (const one of all) {
      const { overflowX } = getComputedStyle(one)
      if (['auto', 'scroll'].includes(overflowX) && one.scrollWidth > one.clientWidth + 1 && one.tagName !== 'TEXTAREA')
        say('scrolls sideways', one, `${one.scrollWidth} > ${one.clientWidth}`)
    }
  }

  type Side = { left: number; top: number; right: number; bottom: number }
  /** What cuts a text off, and what of it is in sight: hidden edges cut, scrolled ones only hide. */
  function edgesOf(one: HTMLElement): { cut: Side; seen: Side } {
    const cut = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 }
    const seen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    let scrolls = false
    for (let at: HTMLElement | null = one; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at)
      if (overflowX === 'visible' && overflowY === 'visible') {
        if (position === 'fixed') break
        continue
      }
      const box = at.getBoundingClientRect()
      narrow(seen, box)
      scrolls ||= ['auto', 'scroll'].includes(overflowY)
      if (!scrolls) narrow(cut, box)
    }
    return { cut, seen }
  }

  function narrow(side: Side, { left, top, right, bottom }: DOMRect): void {
    side.left = Math.max(side.left, left)
    side.top = Math.max(side.top, top)
    side.right = Math.min(side.right, right)
    side.bottom = Math.min(side.bottom, bottom)
  }

  function texts(one: HTMLElement): void {
    const own = [...one.childNodes].filter((node) => node.nodeType === 3 && node.textContent!.trim() !== '')
    if (own.length === 0 || one.matches('option, textarea, script, style')) return
    const { cut, seen } = edgesOf(one)
    const range = document.createRange()
    for (const node of own) {
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width < 2) continue
        // A letter's box is higher than a line that is set close.
        const spare = box.height / 8
        if (box.left < cut.left - 1 || box.right > cut.right + 1) say('text cut off', one, 'sideways')
        if (box.top < cut.top - spare || box.bottom > cut.bottom + spare) say('text cut off', one, 'in height')
        if (box.right > innerWidth + 1 || box.left < -1) say('text outside', one, `${box.left}–${box.right}`)
        overlapped(one, box, seen)
      }
    }
    contrast(one)
  }

  function overlapped(one: HTMLElement, box: DOMRect, seen: Side): void {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    if (x < seen.left || x > seen.right || y < seen.top + 2 || y > seen.bottom - 2) return
    const hit = document.elementFromPoint(x, y)
    if (!hit || hit === one || one.contains(hit) || hit.contains(one) || hit.closest('.toast, .camera-foot')) return
    if (hit.closest('label') && hit.closest('label') === one.closest('label')) return
    if (hit.closest('[class*="ant-select"]') && hit.closest('.ant-select') === one.closest('.ant-select')) return
    say('text covered', one, `by ${hit.tagName}.${hit.getAttribute('class')}`)
  }

  function rgbOf(color: string): [number, number, number, number] {
    const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number)
    return [r, g, b, a]
  }

  /** Null: over a picture, where it cannot be told. */
  function groundOf(one: HTMLElement): [number, number, number] | null {
    const layers: [number, number, number, number][] = []
    for (let at: HTMLElement | null = one; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at)
      const color = rgbOf(backgroundColor)
      if (color[3] > 0) layers.push(color)
      if (color[3] === 1) break
      if (backgroundImage !== 'none') return null
    }
    let ground: [number, number, number] = [255, 255, 255]
    for (const [r, g, b, a] of layers.reverse())
      ground = [r * a + ground[0] * (1 - a), g * a + ground[1] * (1 - a), b * a + ground[2] * (1 - a)]
    return ground
  }

  function lightOf([r, g, b]: readonly number[]): number {
    const [x, y, z] = [r!, g!, b!].map((one) => (one <= 10 ? one / 3294.6 : ((one / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!
  }

  function contrast(one: HTMLElement): void {
    if (one.closest(':disabled, [aria-disabled=true], .button-off, [class*="disabled"]')) return
    const ground = groundOf(one)
    if (!ground) return
    const [dark, light] = [lightOf(rgbOf(getComputedStyle(one).color)), lightOf(ground)].sort((a, b) => a - b)
    const ratio = (light! + 0.05) / (dark! + 0.05)
    if (ratio < 4.5) say('contrast', one, ratio.toFixed(2))
  }

  function control(one: HTMLElement): void {
    if (nameOf(one) === '') say('no name', one)
    // WCAG 2.5.8: a link within a sentence is as high as its line.
    if (one.tagName === 'A' && getComputedStyle(one).display === 'inline') return
    const shape = one.closest<HTMLElement>('label, .ant-select, .ant-picker, .ant-input-number, .ant-upload') ?? one
    const { width, height } = shape.getBoundingClientRect()
    if (width < 43.5 || height < 43.5) say('small target', one, `${width.toFixed(0)}×${height.toFixed(0)}`)
  }

  function nameOf(one: HTMLElement): string {
    const by = one.getAttribute('aria-labelledby')?.split(' ') ?? []
    const labels = [...((one as HTMLInputElement).labels ?? [])]
    const images = [...one.querySelectorAll('[aria-label], img[alt]')]
    const said = [
      ...[one.getAttribute('aria-label'), one.getAttribute('title'), one.getAttribute('placeholder')],
      ...[...labels, ...by.map((id) => document.getElementById(id))].map((label) => label?.textContent),
      ...images.map((image) => image.getAttribute('aria-label') ?? image.getAttribute('alt')),
      one.matches('select, textarea') ? '' : one.textContent,
    ]
    return said.map((word) => word?.trim()).find(Boolean) ?? ''
  }
}

/** From now on every tap and key is timed, from the finger to the frame that shows its answer (Event Timing, as INP). */
export const timeTaps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { times })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (entry.interactionId) times.push(entry.duration)
    }).observe({ type: 'event', buffered: false, durationThreshold: 16 } as PerformanceObserverInit)
  })

/** Milliseconds of the longest event since it was last asked. */
export const tapTime = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))
    const { times } = globalThis as unknown as { times: number[] }
    return Math.max(0, ...times.splice(0))
  })

/** Page, and what is there when it is. */
export const ROOMS = [
  ['pool', '.pool-row'],
  ['messages', '.message'],
  ['news', 'main'],
  ['me', '.row'],
  ['profile', 'form label'],
  ['password', 'form label'],
  ['sessions', 'main'],
  ['pin', '.pin-form'],
  ['storage', '.cached'],
  ['packages', 'main'],
  ['feedback', 'textarea'],
  ['about', 'main'],
  ['discover', 'main .button'],
  ['map', '.map-bar'],
] as const

export const ENGLISH = [
  ['home', '', '.due'],
  ['tasks', 'tasks/todo', '.task-card'],
  ['range', 'task/TASK/range', '.map-bar'],
  ['form', 'task/TASK/form', '.form'],
  ['camera', 'task/TASK/camera', '.hint'],
  ['photos', 'task/TASK/photos', '.photo'],
  ['record', 'task/TASK/record', '.submit-card'],
  ['map', 'map', '.map-bar'],
  ['me', 'me', '.row'],
  ['storage', 'storage', '.cached'],
  ['messages', 'messages', '.message'],
  ['packages', 'packages', 'main'],
] as const

/** What is tapped, and what is then there: the ways one goes most. */
export const TAPS = [
  ['.tab-bar a[href="#/tasks"]', '.task-card'],
  ['.tabs a[href="#/tasks/all"]', '.tabs a[href="#/tasks/all"][aria-current]'],
  ['.list-tools button', '.sheet'],
  ['.sheet-actions .button-main', '.list-modes'],
  ['.list-modes button:nth-child(2)', '.batch-bar'],
  ['.task-tick', '.task-tick[data-chosen=true]'],
  ['.batch-head button:last-child', '.list-modes'],
  ['.tab-bar a[href="#/messages"]', '.message'],
  ['.tab-bar a[href="#/me"]', '.me-card'],
  ['a[href="#/storage"]', '.cached'],
  ['.top-back', '.me-card'],
  ['.tab-bar a[href="#/"]', '.due'],
] as const
