-- 资源信息: what a bureau says of a business, a layer or a function beyond what the program knows: what it is for, who keeps it.
create table resource_card (
  kind text not null check (kind in ('business', 'layer', 'function')),
  code text not null,
  about text not null default '',
  -- where data come from, and as of when
  source text not null default '',
  keeper uuid references organisation (id),
  contact text not null default '',
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (kind, code)
);
