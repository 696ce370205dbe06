-- A case is written at every step of its way and none of what changes is in an index: with room on its page the new version stands
-- beside the old one and no index is touched.
alter table case_ set (fillfactor = 60);
alter table audit_head set (fillfactor = 20);
