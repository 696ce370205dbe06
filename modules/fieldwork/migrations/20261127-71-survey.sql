-- 举证模板: which photos, form and coverage a business asks for. Versions are immutable; a task keeps the one that was in force when it was opened.
create table field_template (
  business text not null,
  version integer not null check (version > 0),
  digest text not null,
  definition jsonb not null,
  published_at timestamptz not null,
  -- null: came with the program
  published_by uuid references person (id),
  note text,
  primary key (business, version)
);
create index field_template_in_force on field_template (business, published_at desc);

-- What its taker has struck out stays with its reason; what is taken over from another case names where it was taken for.
alter table field_photo add column removed_at timestamptz;
alter table field_photo add column removed_by uuid references person (id);
alter table field_photo add column removed_why text;
alter table field_photo add column note text;
alter table field_photo add column reused_from uuid references case_ (id);
-- Photos near a range, whatever they were taken for.
create index field_photo_place on field_photo using gist (position);

-- 举证成果包: made in the background, signed, kept by its digest.
create table field_evidence_package (
  id uuid primary key,
  cases uuid[] not null,
  adapter text not null,
  made_by uuid not null references person (id),
  asked_at timestamptz not null,
  made_at timestamptz,
  digest text,
  size bigint,
  file_name text,
  failed text
);
create index field_evidence_package_by on field_evidence_package (made_by, asked_at desc);
