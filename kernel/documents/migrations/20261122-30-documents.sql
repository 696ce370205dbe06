-- 取号. One row per series is locked while a number is taken, so that none is skipped or given twice.
create table number_counter (
  series text primary key,
  last int not null
);

create table number_taken (
  number text primary key,
  series text not null references number_counter (series),
  serial int not null,
  subject text not null,
  taken_at timestamptz not null,
  voided_at timestamptz,
  voided_by uuid references person (id),
  void_reason text,
  unique (series, serial)
);
