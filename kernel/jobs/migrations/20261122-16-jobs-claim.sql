-- Which hand-out of the run is the valid one: a worker that was silent too long and wakes up again must not go on.
alter table job_run add column claim uuid;
-- Hand-outs that ended without an answer; a run that kills its worker every time is set aside.
alter table job_run add column attempts integer not null default 0;
