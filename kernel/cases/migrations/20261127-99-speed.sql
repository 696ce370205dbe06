-- A case is written at every step of its way and none of what changes is in an index: with room on its page the new version stands
-- beside the old one and no index is touched.
alter table case_ set (fillfactor = 60);
alter table audit_head set (fillfactor = 20);

-- A change of a task is noted by one trigger instead of two, which each compared both rows: what was is gone, what is has come.
drop trigger task_changed_to on task;
drop trigger task_changed_from on task;
create function note_task_change() returns trigger language plpgsql as $$
declare
  gone constant boolean := old.state in ('open', 'claimed', 'suspended');
  come constant boolean := new.state in ('open', 'claimed', 'suspended');
begin
  if gone and come then
    insert into task_delta values
      (old.role, old.state, old.assignee is null, old.business, old.step, old.area_code, old.organisation, old.due, old.warn_from,
        old.opened_at, -1),
      (new.role, new.state, new.assignee is null, new.business, new.step, new.area_code, new.organisation, new.due, new.warn_from,
        new.opened_at, 1);
  elsif gone then
    insert into task_delta values (old.role, old.state, old.assignee is null, old.business, old.step, old.area_code,
      old.organisation, old.due, old.warn_from, old.opened_at, -1);
  elsif come then
    insert into task_delta values (new.role, new.state, new.assignee is null, new.business, new.step, new.area_code,
      new.organisation, new.due, new.warn_from, new.opened_at, 1);
  end if;
  return null;
end $$;
create trigger task_changed after update on task for each row
  when (old.state <> new.state or (old.role, old.assignee is null, old.business, old.step, old.area_code, old.organisation, old.due,
    old.warn_from, old.opened_at) is distinct from (new.role, new.assignee is null, new.business, new.step, new.area_code,
    new.organisation, new.due, new.warn_from, new.opened_at))
  execute function note_task_change();
