-- A published form never changes: a case keeps the version it began with.
create table form_definition (
  key text not null,
  version int not null,
  digest text not null,
  definition jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (key, version)
);
