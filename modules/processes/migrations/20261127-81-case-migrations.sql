-- 案件迁移: what became of each case of a run. The run is the background run of that id.
create table case_migration (
  run uuid not null,
  case_id uuid not null references case_ (id),
  number text not null,
  from_version int not null,
  to_version int not null,
  is_moved boolean not null,
  -- what the case loses or gets by it, or why it stays
  told jsonb not null,
  at timestamptz not null,
  primary key (run, case_id)
);
