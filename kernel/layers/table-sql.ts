import { columnOf, type Field, type LayerDefinition, tableOf } from './definition.ts'

export function columnType({ type, length, decimals }: Field): string {
  if (type === 'text') return length ? `varchar(${length})` : 'text'
  if (type === 'number') return `numeric(${length ?? 15},${decimals ?? 2})`
  return type
}

/** The table of a layer as a migration would write it; a test holds definition and table together. */
export function createTableSql(layer: LayerDefinition): string {
  const table = tableOf(layer)
  const columns = layer.fields.map((field) => `  ${columnOf(field)} ${columnType(field)},`)
  return [
    `create table ${table} (`,
    '  id bigint not null,',
    '  version integer not null,',
    '  valid_from timestamptz not null,',
    '  valid_to timestamptz,',
    '  made_by uuid not null references change_set,',
    '  ended_by uuid references change_set,',
    ...columns,
    `  geom geometry(${layer.geometry}, ${layer.srid}) not null,`,
    '  primary key (id, version),',
    '  check (valid_to >= valid_from)',
    ');',
    `create unique index ${table}_current on ${table} (id) where valid_to is null;`,
    `create index ${table}_current_geom on ${table} using gist (geom) where valid_to is null;`,
    `create index ${table}_ended_geom on ${table} using gist (geom) where valid_to is not null;`,
    `create index ${table}_made_by on ${table} (made_by);`,
    `create index ${table}_ended_by on ${table} (ended_by) where ended_by is not null;`,
    `create index ${table}_identity on ${table} (${columnOf(layer.identityField)}) where valid_to is null;`,
  ].join('\n')
}
