-- Offline packages (离线包): one row per person, choice and state of the content. The bytes lie in the file store, block by block.
create table field_package (
  id uuid primary key,
  person uuid not null references person (id),
  choice jsonb not null,
  title text not null,
  -- the ground it covers: what was chosen, as far as the person's rights reach
  ground geometry(MultiPolygon, 4524) not null,
  -- prefixes of area codes the content was cut to
  areas text[] not null,
  -- digest of all that decides the content: layers' revisions, tasks, ground, areas; the same again is the same package
  fingerprint text not null,
  state text not null check (state in ('making', 'ready', 'failed')),
  manifest jsonb,
  receipt jsonb,
  asked_at timestamptz not null,
  ready_at timestamptz,
  unique (person, fingerprint)
);
