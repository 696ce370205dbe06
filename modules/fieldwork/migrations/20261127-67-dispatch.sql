-- Which field tasks have changed, for phones that ask what is new: the transaction of the last change, and the order within it.
-- A phone remembers the oldest transaction that was still open when it asked, so that nothing committed late is missed.
create table field_task_change (
  task_id uuid primary key references task (id),
  xid bigint not null,
  serial bigint not null
);
create sequence field_task_change_serial;
create index field_task_change_order on field_task_change (xid, serial);

-- «investigator» is FIELD_ROLE of sync/standing.ts.
create function note_field_task_change() returns trigger language plpgsql as $$
begin
  insert into field_task_change (task_id, xid, serial)
    values (new.id, pg_current_xact_id()::text::bigint, nextval('field_task_change_serial'))
    on conflict (task_id) do update set xid = excluded.xid, serial = excluded.serial;
  return null;
end $$;
create trigger field_task_changed after insert or update on task
  for each row when (new.role = 'investigator') execute function note_field_task_change();
insert into field_task_change (task_id, xid, serial)
  select id, 0, nextval('field_task_change_serial') from task where role = 'investigator';

create index task_field_held on task (area_code text_pattern_ops, due, id)
  where role = 'investigator' and state in ('open', 'claimed', 'suspended');

-- 不调查: the range is not surveyed, with the reason; taken back by removing the row, told in the history of the case.
create table field_no_survey (
  task_id uuid primary key references task (id),
  case_id uuid not null references case_ (id),
  reason text not null,
  by uuid not null references person (id),
  at timestamptz not null
);
create index field_no_survey_case on field_no_survey (case_id);

-- 派发: who gave what to whom in one go; that it was taken back is told by recalled_at.
create table field_dispatch (
  id uuid primary key,
  at timestamptz not null,
  by uuid not null references person (id),
  how text not null check (how in ('hand', 'rule')),
  reason text not null
);
create index field_dispatch_at on field_dispatch (by, at desc);
create table field_dispatch_task (
  dispatch uuid not null references field_dispatch (id),
  task_id uuid not null references task (id),
  person uuid not null references person (id),
  recalled_at timestamptz,
  primary key (dispatch, task_id)
);
create index field_dispatch_task_task on field_dispatch_task (task_id);

-- Rules of an organisation, asked in the order of `place`: the first that fits a task names who gets it.
create table field_dispatch_rule (
  id uuid primary key,
  organisation uuid not null references organisation (id),
  place int not null,
  title text not null,
  business text not null default '*',
  area_code text not null default '',
  -- load: who has least to do; nearest: whose centre is nearest; turn: one after the other
  by_what text not null check (by_what in ('load', 'nearest', 'turn')),
  -- [{"id": person, "centre": [longitude, latitude] or null}]; none: all of the organisation who may
  people jsonb not null,
  -- nobody is given more than that many open tasks
  most int check (most > 0),
  is_on boolean not null default true,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null
);
create index field_dispatch_rule_order on field_dispatch_rule (organisation, place);
