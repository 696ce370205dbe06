// The number of a kernel folder is its level: imports point downwards only (ARCHITECTURE.md).
const levels = [
  ['geometry', 'crypto', 'calendar', 'process', 'problems'],
  ['db', 'files', 'messages'],
  ['identity'],
  ['jobs', 'layers', 'forms', 'exchange'],
  ['documents', 'formats', 'tiles'],
  ['overlay', 'quality'],
  ['cases'],
  ['http'],
]
const folders = (list) => `^kernel/(${list.join('|')})/`

/** Node's own modules and packages that a pure folder must not touch; tests may. */
const impure =
  '^(node:|fs|path|os|child_process|worker_threads|http|net)|node_modules/(kysely|pg|fastify|@electric-sql)/'
const notTest = '\\.(test|testing)\\.ts$'

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    ...levels.slice(0, -1).map((list, level) => ({
      name: `kernel-level-${level}-looks-down`,
      severity: 'error',
      from: { path: folders(list), pathNot: notTest },
      to: { path: folders(levels.slice(level + 1).flat()) },
    })),
    {
      name: 'kernel-knows-no-business',
      severity: 'error',
      from: { path: '^kernel/', pathNot: notTest },
      to: { path: '^(modules|apps|testing|bench|tools)/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^modules/.*/rules/', pathNot: notTest },
      to: { path: impure },
    },
    {
      name: 'rules-know-no-database',
      severity: 'error',
      from: { path: '^modules/.*/rules/', pathNot: notTest },
      to: { path: '^kernel/(db|files|jobs|exchange|documents|http|tiles)/' },
    },
    {
      name: 'geometry-calendar-process-problems-are-pure',
      severity: 'error',
      from: { path: '^kernel/(geometry|calendar|process|problems)/', pathNot: notTest },
      to: { path: impure },
    },
    {
      name: 'modules-meet-at-api',
      severity: 'error',
      from: { path: '^modules/([^/]+)/' },
      to: { path: '^modules/([^/]+)/', pathNot: ['^modules/$1/', '^modules/[^/]+/api\\.ts$'] },
    },
    {
      name: 'modules-do-not-know-apps',
      severity: 'error',
      from: { path: '^modules/', pathNot: ['^modules/.*/(web|field)/', notTest] },
      to: { path: '^(apps|testing|tools|bench)/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(kernel|modules|apps)/', pathNot: notTest },
      to: { path: '^(testing|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // TypeScript 7 has no JavaScript API to parse with.
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
