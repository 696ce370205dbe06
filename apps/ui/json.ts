/** What is left of an answer after its way through JSON: instants are ISO texts. */
export type Json<T> = unknown extends T
  ? T
  : T extends Date
    ? string
    : T extends readonly unknown[]
      ? { [K in keyof T]: Json<T[K]> }
      : T extends object
        ? { [K in keyof T]: Json<T[K]> }
        : T
