-- A form as it is being drawn: one draft a form. A proposed one waits for a second person and cannot be changed meanwhile.
create table form_draft (
  key text primary key,
  definition jsonb not null,
  -- the published version it began with, if any
  base_version int,
  revision int not null,
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  proposed_at timestamptz,
  proposed_by uuid references person,
  note text,
  -- what the second person said when sending it back
  declined_reason text,
  check ((proposed_at is null) = (proposed_by is null))
);

-- Who proposed a version; published_by is who confirmed it. Null for forms that come with the program.
alter table form_definition add column proposed_by uuid references person;
alter table form_definition add column note text;

-- An edition of a local code table. A published one never changes: forms name scheme and edition.
create table dictionary_edition (
  scheme text not null,
  edition text not null,
  title_zh text not null,
  title_en text not null,
  -- where the table comes from: the notice, the office that keeps it
  source text not null,
  revision int not null,
  changed_at timestamptz not null,
  changed_by uuid not null references person,
  published_at timestamptz,
  published_by uuid references person,
  primary key (scheme, edition)
);

create table dictionary_item (
  scheme text not null,
  edition text not null,
  code text not null,
  place int not null,
  title_zh text not null,
  title_en text not null,
  parent text,
  -- false: a heading of the tree
  usable boolean not null default true,
  valid_from date,
  valid_until date,
  -- initials of the Chinese words in Pinyin, for the search
  initials text not null,
  primary key (scheme, edition, code),
  foreign key (scheme, edition) references dictionary_edition on delete cascade,
  check (valid_from <= valid_until)
);
create index dictionary_item_place on dictionary_item (scheme, edition, place);
