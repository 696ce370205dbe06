-- 委托代理: what the one may do with cases the other may do in their stead, from the one day to the other, both included.
create table delegation (
  id uuid primary key,
  from_person uuid not null references person (id),
  to_person uuid not null references person (id),
  -- '*': every business; '': every area; else the code of an area and all within it
  business text not null default '*',
  area_code text not null default '',
  from_day date not null,
  until_day date not null,
  reason text not null,
  granted_at timestamptz not null,
  granted_by uuid not null references person (id),
  ended_at timestamptz,
  ended_by uuid references person (id),
  check (until_day >= from_day),
  check (from_person <> to_person)
);
create index delegation_to on delegation (to_person) where ended_at is null;
create index delegation_from on delegation (from_person, from_day desc);
