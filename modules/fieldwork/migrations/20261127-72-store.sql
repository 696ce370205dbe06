-- What a phone keeps is sealed with a key that the server makes for it and gives out at sign-in; with a PIN set there, only to a fresh one.
alter table field_device add column data_key bytea;
alter table field_device add column pinned boolean not null default false;
alter table field_device add column protocol smallint;

-- The version of the protocol an act was made by, and what a person decided of one that was not simply done.
alter table field_operation add column protocol smallint not null default 3;
alter table field_operation add column settled_how text check (settled_how in ('adopted', 'declined', 'mine', 'theirs', 'merged'));
alter table field_operation add column settled_by uuid references person (id);
alter table field_operation add column settled_at timestamptz;
alter table field_operation add column settled_why text;
create index field_operation_open on field_operation (received_at desc)
  where status in ('held', 'conflict', 'quarantined') and settled_how is null;
-- Asked for by every photo and by handing in.
create index field_operation_photo_waits on field_operation (device, task_id) where waits_for = 'photo';

-- The outline as it was sent: the device knows it by this, not by what was made of it.
alter table field_patch add column drawn_hash text;

-- The transaction of an answer given after the act came: what a phone asks for since its cursor. A snapshot's oldest running transaction
-- is a cursor that passes nothing over (unlike numbers, which may be committed out of order).
alter table field_operation add column answered bigint;
create index field_operation_answered on field_operation (device, answered) where answered is not null;

-- What others have done in a task is news of the task (table of 20261127-67-dispatch.sql).
create function note_field_work_change() returns trigger language plpgsql set search_path from current as $$
begin
  insert into field_task_change (task_id, xid, serial)
    select t.id, pg_current_xact_id()::text::bigint, nextval('field_task_change_serial') from task t
    where t.case_id = new.case_id and t.role = 'investigator' and t.state in ('open', 'claimed', 'suspended')
    on conflict (task_id) do update set xid = excluded.xid, serial = excluded.serial;
  return null;
end $$;
create trigger field_work_changed after insert or update on field_patch for each row execute function note_field_work_change();
create trigger field_work_changed after insert or update on field_form for each row execute function note_field_work_change();
