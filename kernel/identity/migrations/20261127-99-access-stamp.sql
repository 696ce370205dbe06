-- Another value after every transaction that changed what somebody may do: who has read people and rights under this stamp may go on
-- with them as long as it stands. One row; held only while such a transaction commits.
create table access_stamp (
  one boolean primary key default true check (one),
  stamp uuid not null default gen_random_uuid(),
  -- the transaction that set it
  by xid8 not null default pg_current_xact_id()
);
insert into access_stamp default values;

create function renew_access_stamp() returns trigger language plpgsql as $$ begin
  update access_stamp set stamp = gen_random_uuid(), by = pg_current_xact_id() where by <> pg_current_xact_id();
  return null;
end $$;

-- Deferred, so that the row is held for a moment and two transactions cannot wait for each other.
create constraint trigger access_of_person after update of login, name, networks, organisation, ended_at or delete on person
  deferrable initially deferred for each row execute function renew_access_stamp();
create constraint trigger access_of_organisation after update of code, name on organisation
  deferrable initially deferred for each row execute function renew_access_stamp();
create constraint trigger access_of_session after update or delete on session
  deferrable initially deferred for each row execute function renew_access_stamp();
create constraint trigger access_of_right after insert or update or delete on right_grant
  deferrable initially deferred for each row execute function renew_access_stamp();
create constraint trigger access_of_role after insert or update or delete on role
  deferrable initially deferred for each row execute function renew_access_stamp();
create constraint trigger access_of_delegation after insert or update or delete on delegation
  deferrable initially deferred for each row execute function renew_access_stamp();

-- First in a transaction of somebody who was read before: anything else is done only if nothing has changed since.
create function require_access_stamp(seen uuid) returns void language plpgsql stable as $$ begin
  if not exists (select from access_stamp where stamp = seen) then
    raise exception 'rights have changed since they were read' using errcode = 'YU001';
  end if;
end $$;
