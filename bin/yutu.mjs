#!/usr/bin/env node
process.argv.splice(2, 0, 'yutu')
await import('../tools/bootstrap.mjs')
