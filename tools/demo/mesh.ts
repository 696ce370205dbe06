/**
 * A half-edge subdivision of the plane in which neighbours share vertices by construction: an edge is split once, for both
 * sides, so faces can have neither gaps nor overlaps. Half-edges h and h ^ 1 are the two directions of one edge.
 * Coordinates are metres in the demo county's drawing space (see warp.ts).
 */
export class Mesh {
  x = new Float64Array(1024)
  y = new Float64Array(1024)
  origin = new Int32Array(2048)
  next = new Int32Array(2048)
  prev = new Int32Array(2048)
  /** face on the left; -1 outside the county */
  face = new Int32Array(2048)
  /** one half-edge of the outer ring; -1 after the face was merged away */
  faceEdge = new Int32Array(512)
  /** one half-edge of every inner ring */
  holes = new Map<number, number[]>()
  vertexCount = 0
  edgeCount = 0
  faceCount = 0

  addVertex(x: number, y: number): number {
    if (this.vertexCount === this.x.length) {
      this.x = grown(this.x, new Float64Array(this.x.length * 2))
      this.y = grown(this.y, new Float64Array(this.y.length * 2))
    }
    this.x[this.vertexCount] = x
    this.y[this.vertexCount] = y
    return this.vertexCount++
  }

  /** Makes the half-edge pair a→b, b→a, still unlinked; returns a→b. */
  private addEdge(a: number, b: number): number {
    const h = this.edgeCount * 2
    if (h + 2 > this.origin.length) {
      const size = this.origin.length * 2
      this.origin = grown(this.origin, new Int32Array(size))
      this.next = grown(this.next, new Int32Array(size))
      this.prev = grown(this.prev, new Int32Array(size))
      this.face = grown(this.face, new Int32Array(size))
    }
    this.edgeCount++
    this.origin[h] = a
    this.origin[h + 1] = b
    return h
  }

  private addFace(edge: number): number {
    if (this.faceCount === this.faceEdge.length) {
      this.faceEdge = grown(this.faceEdge, new Int32Array(this.faceCount * 2))
    }
    this.faceEdge[this.faceCount] = edge
    return this.faceCount++
  }

  private link(from: number, to: number): void {
    this.next[from] = to
    this.prev[to] = from
  }

  /** A closed chain of fresh edges; the left side (counter-clockwise order given) is a new face, the right side `outside`. */
  addLoop(points: readonly (readonly [number, number])[], outside: number): number {
    const vertices = points.map(([px, py]) => this.addVertex(px, py))
    const edges = vertices.map((v, i) => this.addEdge(v, vertices[(i + 1) % vertices.length]!))
    const face = this.addFace(edges[0]!)
    edges.forEach((h, i) => {
      const after = edges[(i + 1) % edges.length]!
      this.link(h, after)
      this.link(after ^ 1, h ^ 1)
      this.face[h] = face
      this.face[h ^ 1] = outside
    })
    return face
  }

  /** Puts an island into a face; the points must lie inside it, counter-clockwise. Returns the island. */
  punch(face: number, points: readonly (readonly [number, number])[]): number {
    const island = this.addLoop(points, face)
    const rings = this.holes.get(face) ?? []
    rings.push(this.faceEdge[island]! ^ 1)
    this.holes.set(face, rings)
    return island
  }

  /** Inserts a vertex into an edge, for both neighbours at once. */
  splitEdge(h: number, x: number, y: number): number {
    const twin = h ^ 1
    const v = this.addVertex(x, y)
    const n = this.addEdge(v, this.origin[twin]!)
    this.face[n] = this.face[h]!
    this.face[n ^ 1] = this.face[twin]!
    this.link(n, this.next[h]!)
    this.link(h, n)
    this.link(this.prev[twin]!, n ^ 1)
    this.link(n ^ 1, twin)
    this.origin[twin] = v
    return v
  }

  /** Cuts a face between the origins of two of its half-edges; the part left of from→to is the new face. */
  cutFace(from: number, to: number): number {
    const old = this.face[from]!
    const h = this.addEdge(this.origin[from]!, this.origin[to]!)
    const beforeFrom = this.prev[from]!
    this.link(this.prev[to]!, h ^ 1)
    this.link(h ^ 1, from)
    this.link(beforeFrom, h)
    this.link(h, to)
    this.face[h ^ 1] = old
    this.faceEdge[old] = h ^ 1
    const made = this.addFace(h)
    for (let e = h; ; ) {
      this.face[e] = made
      e = this.next[e]!
      if (e === h) break
    }
    return made
  }

  /** The half-edges of the outer ring, in order. */
  cycle(face: number): number[] {
    return this.cycleFrom(this.faceEdge[face]!)
  }

  cycleFrom(start: number): number[] {
    const edges: number[] = []
    let h = start
    do {
      edges.push(h)
      h = this.next[h]!
    } while (h !== start)
    return edges
  }

  /** Removes the chain of edges between two faces whose merged ring stays simple; false (nothing done) where it would not. */
  merge(keep: number, gone: number): boolean {
    const seam = this.seam(keep, gone)
    if (!seam) return false
    const [first, last] = seam
    if (!this.staysSimple(first, last)) return false
    const [start, end] = [this.prev[first]!, this.next[last]!]
    this.link(start, this.next[first ^ 1]!)
    this.link(this.prev[last ^ 1]!, end)
    this.faceEdge[keep] = start
    this.faceEdge[gone] = -1
    for (const h of this.cycleFrom(start)) this.face[h] = keep
    this.adoptHoles(keep, gone)
    return true
  }

  /** First and last half-edge (on the keeper's side) of the only chain both faces share; undefined unless there is just one. */
  private seam(keep: number, gone: number): [number, number] | undefined {
    const edges = this.cycle(keep)
    const shared = edges.map((h) => this.face[h ^ 1] === gone)
    const starts = edges.filter((_, i) => shared[i] && !shared[(i + edges.length - 1) % edges.length])
    if (starts.length !== 1) return undefined
    const first = starts[0]!
    let last = first
    while (this.face[this.next[last]! ^ 1] === gone) {
      if (this.next[this.next[last]! ^ 1] !== (last ^ 1)) return undefined
      last = this.next[last]!
    }
    return [first, last]
  }

  /** Both remaining chains may meet only at the seam's two ends. */
  private staysSimple(first: number, last: number): boolean {
    const seen = new Set<number>()
    for (let h = this.next[last]!; h !== first; h = this.next[h]!) seen.add(this.origin[h]!)
    const begin = this.next[first ^ 1]!
    for (let h = this.next[begin]!; h !== (last ^ 1); h = this.next[h]!) if (seen.has(this.origin[h]!)) return false
    return begin !== (last ^ 1) && seen.size > 0
  }

  private adoptHoles(keep: number, gone: number): void {
    const rings = this.holes.get(gone)
    if (!rings) return
    for (const ring of rings) for (const h of this.cycleFrom(ring)) this.face[h] = keep
    this.holes.set(keep, [...(this.holes.get(keep) ?? []), ...rings])
    this.holes.delete(gone)
  }
}

function grown<T extends Float64Array | Int32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
