-- 两人发布: an edition is proposed by one and confirmed by another, as forms and processes are.
alter table dictionary_edition
  add column proposed_at timestamptz,
  add column proposed_by uuid references person,
  add column note text,
  -- what the second person said when sending it back
  add column declined_reason text,
  add check ((proposed_at is null) = (proposed_by is null));
