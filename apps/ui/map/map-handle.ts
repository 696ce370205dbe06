export type MapHandle = { todo: true }
