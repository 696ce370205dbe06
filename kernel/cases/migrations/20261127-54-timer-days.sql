-- What a timer in working days counts from, so that a changed calendar can move it.
alter table case_wait add column started_on date, add column working_days int;
