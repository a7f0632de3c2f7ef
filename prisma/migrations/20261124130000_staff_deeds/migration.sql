-- What staff do to matters that keep no history of their own is written down too. -------------------

alter table staff_event drop constraint staff_event_kind_check;
alter table staff_event add constraint staff_event_kind_check check (kind in
  ('invited', 'linked', 'unlinked', 'revoked', 'away', 'back', 'left', 'on-duty', 'snoozed', 'apologised'));

create trigger dossier_apology_append_only before update or delete on dossier_apology
  for each row execute function refuse_change();

-- What an officer has open, for their list of work.
create index dossier_open_officer on dossier (officer_id) where is_counted and resolved_at is null;
create index assignment_open_officer on assignment (officer_id) where done_on is null;
