-- 审批事项: every publication of an item is a version that stays; the newest one is in force.
create table approval_item (
  code text not null,
  version int not null,
  definition jsonb not null,
  reason text not null,
  published_at timestamptz not null,
  -- null: came with the program
  published_by uuid references person (id),
  primary key (code, version)
);
create trigger approval_item_append_only before update or delete on approval_item for each row execute function refuse_change();

-- 项目 under its unified code, through every stage from 预审 to 验收.
create table project (
  code text primary key,
  name text not null,
  owner_name text not null,
  owner_code text,
  investment_code text,
  area_code text not null,
  -- EPSG:4524
  scope geometry(MultiPolygon, 4524),
  registered_at timestamptz not null,
  registered_by uuid not null references person (id)
);
create index project_area on project (area_code text_pattern_ops, registered_at desc);

-- What a case was filed as; the item's version is the one of that day.
create table approval_case (
  case_id uuid primary key references case_ (id),
  item text not null,
  item_version int not null,
  project text references project (code),
  stage text,
  applicant_name text not null,
  applicant_kind text not null,
  applicant_code text,
  main_case uuid references case_ (id),
  foreign key (item, item_version) references approval_item (code, version)
);
create index approval_case_project on approval_case (project) where project is not null;
create index approval_case_item on approval_case (item);

-- A stage another authority decides (施工许可 …), entered by its document.
create table project_milestone (
  project text not null references project (code),
  stage text not null,
  number text not null,
  authority text not null,
  decided_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null references person (id),
  primary key (project, stage)
);

-- 立案草稿: what is typed so far is its writer's alone.
create table filing_draft (
  id uuid primary key,
  person uuid not null references person (id),
  item text not null,
  content jsonb not null,
  revision int not null,
  saved_at timestamptz not null
);
create index filing_draft_person on filing_draft (person, saved_at desc);
