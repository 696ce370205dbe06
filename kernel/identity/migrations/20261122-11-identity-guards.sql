create index session_person on session (person) where ended_at is null;
create index sign_in_link_person on sign_in_link (person) where used_at is null;

-- Row triggers do not see truncate.
create trigger audit_no_truncate before truncate on audit for each statement execute function refuse_change();

-- Keyed like the rows: whoever cuts the newest rows off cannot write the end that would hide it.
alter table audit_head add column mac text;
