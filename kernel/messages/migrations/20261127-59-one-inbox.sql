-- What was told of cases lies in the same inbox as everything else.
insert into message (id, person, kind, title, params, link, at, read_at)
select id, person,
  case
    when kind = 'takenOver' then 'taken'
    when kind in ('reassigned', 'delegated', 'resolved', 'recalled', 'standIn', 'signerAdded', 'signerRemoved') then 'task'
    when kind in ('lampYellow', 'lampRed', 'escalated') or kind like '%Overdue' then 'deadline'
    else 'talk'
  end,
  'notice.' || kind, params, jsonb_strip_nulls(jsonb_build_object('caseId', case_id, 'taskId', task_id)), at, read_at
from notice;
drop table notice;
