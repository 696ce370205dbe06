import type { Page } from 'playwright-core'

export type Degrees = [west: number, south: number, east: number, north: number]

/** Where one stands on each side of a box, `off` degrees away, and which way one looks. */
export function sidesOf([west, south, east, north]: Degrees, off: number) {
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2]
  return [
    { side: '朝北', at: { longitude, latitude: south - off } },
    { side: '朝东', at: { longitude: west - off, latitude } },
    { side: '朝南', at: { longitude, latitude: north + off } },
    { side: '朝西', at: { longitude: east + off, latitude } },
  ]
}

/** About 30 m: near enough to be close up. */
const NEAR = 0.0003

/** Takes what every kind still wants, going round the box; gives how many photos that were. The camera page is open. */
export async function takeAround(phone: Page, box: Degrees): Promise<number> {
  const sides = sidesOf(box, NEAR)
  const kinds = await phone.getByRole('radiogroup', { name: '照片类型' }).getByRole('radio').allTextContents()
  let taken = 0
  for (const kind of kinds) {
    const name = kind.replace(/还差.*|✓.*/, '').trim()
    const choice = phone.getByRole('radio', { name: new RegExp(`^${name}`) })
    await choice.click()
    for (let turn = 0; /还差/.test((await choice.textContent()) ?? ''); turn++)
      await shoot(phone, sides[turn % 4]!, ++taken)
  }
  // A side nobody has stood on yet, where three photos of a kind left one out.
  await phone.getByRole('radio').first().click()
  for (let turn = 0; turn < 4 && !(await phone.getByText(/^方位已够/).count()); turn++)
    await shoot(phone, sides[3 - turn]!, ++taken)
  return taken
}

type Side = ReturnType<typeof sidesOf>[number]

async function shoot(phone: Page, { side, at }: Side, number: number): Promise<void> {
  await phone.context().setGeolocation({ ...at, accuracy: 4 })
  await phone.getByRole('button', { name: side }).click()
  await phone.locator('.hint-good').first().waitFor()
  await phone.getByRole('button', { name: '拍照' }).click()
  await phone.getByText(`已保存 · 第 ${number} 张`).waitFor()
}
