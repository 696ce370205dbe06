-- Whoever sees a village, or one business, of a million tasks must not be read past all the others of their role.
create index task_pool_area on task (role, area_code text_pattern_ops, due, id) include (business, organisation, warn_from)
  where state = 'open' and assignee is null;
create index task_pool_business on task (role, business, due, id) include (area_code, organisation, warn_from)
  where state = 'open' and assignee is null;
