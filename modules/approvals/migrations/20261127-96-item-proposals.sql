-- 事项提请发布: what one person has changed and a second has yet to publish; one for each item. Sent back, it waits for its author.
create table approval_item_proposal (
  code text primary key,
  id uuid not null unique,
  -- the version that was changed, 0 for a new item
  after int not null,
  definition jsonb not null,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by uuid not null references person (id),
  declined_by uuid references person (id),
  declined_reason text,
  check ((declined_by is null) = (declined_reason is null))
);

-- Who had changed it; published_by is the second person. Null: published before two were asked for, or with the program.
alter table approval_item add column proposed_by uuid references person (id);
