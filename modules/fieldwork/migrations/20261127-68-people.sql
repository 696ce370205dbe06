-- 外业业务池: the field modules businesses have registered. A task belongs to a module by its business.
create table field_module (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  icon text not null,
  -- #rrggbb
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  businesses text[] not null,
  -- ids of steps; none: every field step
  steps text[] not null,
  -- keys of evidence templates
  templates text[] not null,
  position integer not null,
  -- who may see it: roles, organisations (with those below); empty: whoever works in the field
  roles text[] not null,
  organisations uuid[] not null,
  saved_by uuid references person (id),
  saved_at timestamptz not null,
  withdrawn_at timestamptz
);

-- 首页模块: what somebody has chosen, in their order. Without a row: all, in the order of the pool.
create table field_home (
  person uuid primary key references person (id),
  modules text[] not null,
  saved_at timestamptz not null
);

-- The phone a chain of acts comes from, as it names itself at sign-in.
alter table field_device add column phone text;
