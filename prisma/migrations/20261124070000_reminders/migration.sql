-- For which deadline the reminders of a dossier or an assignment are planned. ----------------------

create table reminder_plan (
  subject_kind text not null check (subject_kind in ('dossier', 'assignment')),
  subject_id   bigint not null,
  due_at       timestamptz not null,
  planned_at   timestamptz not null,
  primary key (subject_kind, subject_id)
);

-- Someone has seen a reminder and wants no more of them until then; the deadline stays as it is.
create table reminder_snooze (
  subject_kind text not null check (subject_kind in ('feedback', 'dossier', 'assignment')),
  subject_id   bigint not null,
  username     text not null,
  until        timestamptz not null,
  primary key (subject_kind, subject_id, username)
);

-- When each recurring job last did its work; one that has not for long raises an alarm.
create table job_run (
  job          text primary key,
  succeeded_at timestamptz,
  failed_at    timestamptz,
  failure      text
);

create index dossier_open_due on dossier (due_at) where resolved_at is null and is_counted;
