import type { ReactNode } from 'react'

/** A line of a tree as it is drawn. */
export type Shown = { key: string; title: ReactNode; children: Shown[] }

export type TreeNode<T> = T & { children: TreeNode<T>[] }

/** Rows that name what they lie below as a forest; one whose parent is not there stands at the top. */
export function treeOf<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  parentOf: (row: T) => string | null,
): TreeNode<T>[] {
  const nodes = new Map(rows.map((row) => [idOf(row), { ...row, children: [] as TreeNode<T>[] }]))
  const tops: TreeNode<T>[] = []
  for (const node of nodes.values()) {
    const above = nodes.get(parentOf(node) ?? '')
    if (above) above.children.push(node)
    else tops.push(node)
  }
  return tops
}
