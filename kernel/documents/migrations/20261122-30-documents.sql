-- 取号. One row per series is locked while a number is taken, so that none is skipped or given twice.
create table number_counter (
  series text primary key,
  last int not null
);

create table number_taken (
  number text primary key,
  series text not null references number_counter (series),
  serial int not null,
  subject text not null,
  taken_at timestamptz not null,
  voided_at timestamptz,
  voided_by uuid references person (id),
  void_reason text,
  unique (series, serial)
);

-- 资源树: what belongs to a case, by folder. Bytes lie in the file store under their digest.
create table case_resource (
  id uuid primary key,
  case_id uuid not null,
  -- «举证/照片»; '' is the root
  folder text not null,
  kind text not null check (kind in ('file', 'document', 'dataset', 'changeSet', 'photo')),
  title text not null,
  digest text,
  size bigint,
  media_type text,
  -- kind:id of what is not a file: «changeSet:0198…»
  reference text,
  detail jsonb not null default '{}',
  made_by uuid references person (id),
  made_at timestamptz not null,
  removed_by uuid references person (id),
  removed_at timestamptz,
  check (digest is not null or reference is not null)
);
create index case_resource_case on case_resource (case_id, folder, made_at) where removed_at is null;

-- 快照归档. The package lies in the file store; here is what finds it and what proves it.
create table snapshot (
  id uuid primary key,
  case_id uuid not null unique,
  business text not null,
  number text not null,
  title text not null,
  area_code text not null,
  organisation uuid references organisation (id),
  taken_at timestamptz not null,
  taken_by uuid references person (id),
  -- SM3 of the canonical manifest
  digest text not null,
  -- the ZIP, by its digest in the file store
  package text not null,
  size bigint not null,
  -- SM2 over the digest (kernel/crypto/receipt.ts)
  receipt jsonb not null,
  -- what the search page looks through
  words text not null
);
create index snapshot_taken on snapshot (taken_at desc, id desc);
create index snapshot_area on snapshot (area_code text_pattern_ops, taken_at desc);
create index snapshot_number on snapshot (number);
create trigger snapshot_never_changes before update or delete on snapshot for each row execute function refuse_change();

-- Public keys that have signed, so that old signatures can be checked after the key was changed.
create table signing_key (
  key_id text primary key,
  public_key text not null,
  user_id text not null,
  first_used_at timestamptz not null
);
create trigger signing_key_never_changes before update or delete on signing_key for each row execute function refuse_change();
