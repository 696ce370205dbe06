/** Ids as XML allows them (NCName), and as the parser and every BPMN canvas take them. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u
const PLAIN = /^[A-Za-z_][\w.-]*$/

const IDS = /\bid="([^"]+)"/g
/** Where an id is spoken of: attributes that refer, and elements whose text is one. */
const REFERENCES = /\b(id|default|bpmnElement|calledElement|\w+Ref)="([^"]+)"/g
const TEXTS = /<((?:[\w-]+:)?(?:incoming|outgoing|\w+Ref))>\s*([^<\s]+)\s*<\//g

/** The same file with ids in other scripts («受理») spelt in plain letters; titles stay as they are. */
export function plainIds(xml: string): string {
  const found = [...xml.matchAll(IDS)].map(([, id]) => id!)
  const spelt = new Map(found.filter((id) => NAME.test(id) && !PLAIN.test(id)).map((id) => [id, inPlain(id)]))
  if (spelt.size === 0) return xml
  const plain = (id: string) => spelt.get(id) ?? id
  return xml
    .replace(REFERENCES, (_, name: string, id: string) => `${name}="${plain(id)}"`)
    .replace(TEXTS, (_, tag: string, id: string) => `<${tag}>${plain(id)}</`)
}

const inPlain = (id: string): string =>
  id.replace(/[^\w.-]/gu, (sign) => `u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
