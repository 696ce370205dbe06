-- Organisations beside its own that tasks of a case were given to (改派, 由字段指定): kept with the case, so that lists and rights
-- need not look at its tasks.
alter table case_ add column handlers uuid[] not null default '{}';
update case_ c set handlers = h.some
  from (select t.case_id, array_agg(distinct t.organisation) as some from task t join case_ o on o.id = t.case_id
    where t.state <> 'cancelled' and t.organisation <> o.organisation group by t.case_id) h
  where c.id = h.case_id;

-- 逐项办理: what a task of a part gone once for each of a list is for, in a few words.
alter table task add column item text;
