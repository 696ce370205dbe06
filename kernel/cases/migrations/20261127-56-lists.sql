-- 按字检索: number and title of a case, looked up by one and by two characters running, for Chinese words have two. Any
-- index of PostgreSQL's own will do for it; extensions that count in threes (pg_trgm) cannot find 宅基.
create function text_grams(said text, size int) returns text[] language sql immutable strict parallel safe
  return coalesce((select array_agg(substr(said, i, size)) from generate_series(1, length(said) - size + 1) as i), '{}');

-- Beside the case, which is written at every step of its way.
create table case_text (
  case_id uuid primary key references case_ (id) on delete cascade,
  -- small letters; number and title on a line each
  said text not null
);

create function keep_case_text() returns trigger language plpgsql as $$ begin
  insert into case_text (case_id, said) values (new.id, lower(new.number || E'\n' || new.title))
    on conflict (case_id) do update set said = excluded.said;
  return null;
end $$;
insert into case_text (case_id, said) select id, lower(number || E'\n' || title) from case_;
create index case_text_grams on case_text using gin ((text_grams(said, 1) || text_grams(said, 2)));
create trigger case_text_kept after insert or update of number, title on case_ for each row execute function keep_case_text();
create index case_search_field_grams on case_search_field using gin ((text_grams(lower(value), 1) || text_grams(lower(value), 2)));

-- What waits, counted. A cell is everything that is the same in all of its columns on one day (`day`, in Shanghai: lamps and
-- ages are those of that day). pooled: nobody's yet. town: the first nine digits of the area. age: a number in AGES
-- (waiting-filter.ts). opened: the sum of the moments of arrival, seconds since 1970.
create table task_cell (
  day date not null,
  role text not null,
  state text not null,
  pooled boolean not null,
  business text not null,
  step text not null,
  town text not null,
  organisation uuid,
  lamp text not null,
  age smallint not null,
  n int not null,
  opened bigint not null,
  unique nulls not distinct (day, role, state, pooled, business, step, town, organisation, lamp, age)
);

-- One row; whoever folds holds it. day: of the cells, null before the first.
create table task_cell_day (day date);
insert into task_cell_day (day) values (null);

-- What has come (1) and gone (-1) since the cells were counted: written with the task itself, by rows nobody else touches, and
-- folded into the cells later. A list reads both.
create table task_delta (
  role text not null,
  state text not null,
  pooled boolean not null,
  business text not null,
  step text not null,
  area_code text not null,
  organisation uuid,
  due date not null,
  warn_from date not null,
  opened_at timestamptz not null,
  n smallint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

create function note_task_come() returns trigger language plpgsql as $$ begin
  insert into task_delta values (new.role, new.state, new.assignee is null, new.business, new.step, new.area_code,
    new.organisation, new.due, new.warn_from, new.opened_at, 1);
  return null;
end $$;
create function note_task_gone() returns trigger language plpgsql as $$ begin
  insert into task_delta values (old.role, old.state, old.assignee is null, old.business, old.step, old.area_code,
    old.organisation, old.due, old.warn_from, old.opened_at, -1);
  return null;
end $$;
create trigger task_come after insert on task for each row when (new.state in ('open', 'claimed', 'suspended'))
  execute function note_task_come();
create trigger task_deleted after delete on task for each row when (old.state in ('open', 'claimed', 'suspended'))
  execute function note_task_gone();
create trigger task_changed_to after update on task for each row
  when (new.state in ('open', 'claimed', 'suspended') and (old.role, old.state, old.assignee is null, old.business, old.step,
    old.area_code, old.organisation, old.due, old.warn_from, old.opened_at) is distinct from (new.role, new.state,
    new.assignee is null, new.business, new.step, new.area_code, new.organisation, new.due, new.warn_from, new.opened_at))
  execute function note_task_come();
create trigger task_changed_from after update on task for each row
  when (old.state in ('open', 'claimed', 'suspended') and (old.role, old.state, old.assignee is null, old.business, old.step,
    old.area_code, old.organisation, old.due, old.warn_from, old.opened_at) is distinct from (new.role, new.state,
    new.assignee is null, new.business, new.step, new.area_code, new.organisation, new.due, new.warn_from, new.opened_at))
  execute function note_task_gone();

-- 督办 below a town, and what has waited longest.
create index task_waiting_area on task (area_code text_pattern_ops, opened_at)
  include (business, step, organisation, due, warn_from, state) where state in ('open', 'claimed', 'suspended');
create index task_waiting_opened on task (opened_at)
  include (business, step, area_code, organisation, due, warn_from, state) where state in ('open', 'claimed', 'suspended');

-- With the case in them, a search by text walks a pool without reading a task.
drop index task_pool, task_pool_area, task_pool_business;
create index task_pool on task (role, due, id) include (case_id, area_code, business, organisation, warn_from)
  where state = 'open' and assignee is null;
create index task_pool_area on task (role, area_code text_pattern_ops, due, id)
  include (case_id, business, organisation, warn_from) where state = 'open' and assignee is null;
create index task_pool_business on task (role, business, due, id)
  include (case_id, area_code, organisation, warn_from) where state = 'open' and assignee is null;
