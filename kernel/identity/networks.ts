import { BlockList, isIP } from 'node:net'

const SPELLING = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/

/** «10.1.2.3», «10.1.0.0/16», «2001:db8::/32». */
export function isNetwork(text: string): boolean {
  const [, address = '', bits] = SPELLING.exec(text) ?? []
  const family = isIP(address)
  return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128))
}

/** IP 绑定: whether an account bound to these networks may be used from `address`; one bound to none may from anywhere. */
export function isWithin(networks: readonly string[] | undefined, address: string): boolean {
  if (networks === undefined || networks.length === 0) return true
  const list = new BlockList()
  for (const network of networks) {
    const [, base = '', bits] = SPELLING.exec(network) ?? []
    const family = isIP(base)
    if (family !== 0) list.addSubnet(base, Number(bits ?? (family === 4 ? 32 : 128)), `ipv${family as 4 | 6}`)
  }
  // An IPv4 caller of a socket that hears both.
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  const family = isIP(plain)
  return family !== 0 && list.check(plain, `ipv${family as 4 | 6}`)
}
