-- Whoever writes to a layer gives it a new revision, by a change set or by hand, so that what a process keeps of it in memory is
-- never taken for its present state. `rewritten`: the last revision that no change set tells of; whoever catches up by asking for
-- the sets applied since has to read all anew.
alter table layer_revision add column rewritten bigint not null default 0;

create function layer_written() returns trigger language plpgsql set search_path from current as $$
declare
  number bigint;
  last timestamptz;
  told boolean := false;
begin
  if tg_op <> 'TRUNCATE' then
    if not exists (select from written) then return null; end if;
  end if;
  select changed_at into last from layer_revision where layer = tg_argv[0];
  -- A change set begins and ends versions at the one instant it takes effect.
  if tg_op = 'INSERT' then
    told := not exists (select from written where valid_from is distinct from last or valid_to is not null);
  elsif tg_op = 'UPDATE' then
    told := not exists (select from written where valid_to is distinct from last);
  end if;
  number := nextval('layer_revision_number');
  update layer_revision set revision = number, rewritten = case when told then rewritten else number end
    where layer = tg_argv[0];
  return null;
end $$;

-- Called once for every layer: here for those there are, in the migration of a new one for it.
create function watch_layer(layer text) returns void language plpgsql as $$
declare
  target text := 'layer_' || lower(layer);
begin
  execute format('create trigger written_insert after insert on %I referencing new table as written
    for each statement execute function layer_written(%L)', target, layer);
  execute format('create trigger written_update after update on %I referencing new table as written
    for each statement execute function layer_written(%L)', target, layer);
  execute format('create trigger written_delete after delete on %I referencing old table as written
    for each statement execute function layer_written(%L)', target, layer);
  execute format('create trigger written_truncate after truncate on %I
    for each statement execute function layer_written(%L)', target, layer);
end $$;

select watch_layer(layer) from layer_revision;
