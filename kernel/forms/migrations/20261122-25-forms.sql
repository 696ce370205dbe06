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

-- Code tables by scheme and edition: the same digits mean other things in another one.
create table dictionary_item (
  scheme text not null,
  edition text not null,
  code text not null,
  title_zh text not null,
  title_en text not null,
  parent text,
  position int not null,
  primary key (scheme, edition, code)
);
