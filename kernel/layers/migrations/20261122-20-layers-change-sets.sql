-- Change sets are the only way to change a layer; rows are never deleted.
create table change_set (
  id uuid primary key,
  title text not null,
  state text not null default 'draft' check (state in ('draft', 'checked', 'reserved', 'applied', 'abandoned')),
  kind text not null default 'change' check (kind in ('change', 'load', 'revert')),
  case_ids text[] not null default '{}',
  made_by text not null,
  made_at timestamptz not null,
  checked_at timestamptz,
  reserved_at timestamptz,
  applied_at timestamptz,
  abandoned_at timestamptz,
  reason text,
  reverts uuid references change_set
);
-- An applied set is answered by at most one reverting set that stands.
create unique index change_set_reverts on change_set (reverts) where state <> 'abandoned';
create index change_set_cases on change_set using gin (case_ids);
create index change_set_state on change_set (state, made_at);

-- One identifier over all layers: a feature keeps it for ever.
create sequence feature_id;

create table change_item (
  change_set uuid not null references change_set,
  ordinal integer not null,
  layer text not null,
  kind text not null check (kind in ('create', 'modify', 'retire')),
  feature_id bigint not null,
  -- the version the item was made from; null only where the feature is new
  base_version integer,
  attributes jsonb,
  geom geometry,
  parents bigint[] not null default '{}',
  primary key (change_set, ordinal),
  unique (change_set, layer, feature_id),
  check ((kind = 'create') or base_version is not null),
  check ((kind <> 'create') or (geom is not null and attributes is not null))
);
create index change_item_feature on change_item (feature_id);
create index change_item_parents on change_item using gin (parents);

-- A reserved change holds its features: one holder each.
create table feature_hold (
  layer text not null,
  feature_id bigint not null,
  change_set uuid not null references change_set,
  primary key (layer, feature_id)
);
create index feature_hold_set on feature_hold (change_set);

-- Names the last applied change; also the row that queues writers of one layer. Numbers come from a sequence, which no
-- rollback takes back: what was cached under a number never stands for something else.
create sequence layer_revision_number;

create table layer_revision (
  layer text primary key,
  revision bigint not null default 0,
  changed_at timestamptz
);
