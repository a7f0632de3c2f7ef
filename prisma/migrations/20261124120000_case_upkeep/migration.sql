-- What keeps cases up looks for every minute: each index holds only what waits. -------------------

create index feedback_answered on feedback (id) where status = 'answered';
-- Imported, and not yet a case.
create index feedback_unopened on feedback (id) where status = 'new' and policy_id is null;
-- Open here, while an import brought the answer.
create index feedback_answered_elsewhere on feedback (id)
  where answered_at is not null
    and status not in ('answered', 'closed', 'refused', 'forwarded', 'reopen-requested', 'withdrawn');
