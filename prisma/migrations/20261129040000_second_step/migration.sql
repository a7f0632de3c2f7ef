-- A second step beside the link or the account: a code of an authenticator, or a recovery code. ----------------------------

create table staff_second_step (
  staff_id integer primary key references staff_member (id),
  -- Sealed; null until the first code was right.
  secret text,
  -- Sealed; shown, and not confirmed yet.
  offered text,
  set_up_at timestamptz,
  -- The 30 seconds whose code was used last: none works twice.
  last_step bigint,
  failures integer not null default 0,
  -- How often it was locked since the last right code.
  locks integer not null default 0,
  locked_until timestamptz
);

create table staff_recovery_code (
  staff_id integer not null references staff_member (id),
  code_digest text not null,
  used_at timestamptz,
  primary key (staff_id, code_digest)
);

alter table staff_session add column stepped_at timestamptz;

alter table staff_event drop constraint staff_event_kind_check;
alter table staff_event add constraint staff_event_kind_check check (kind in
  ('invited', 'linked', 'unlinked', 'revoked', 'away', 'back', 'left', 'snoozed', 'apologised', 'on-duty', 'signed-in',
   'signed-out', 'second-step-set-up', 'second-step-passed', 'second-step-locked', 'second-step-removed',
   'second-step-reset', 'recovery-code-used', 'recovery-codes-renewed'));
