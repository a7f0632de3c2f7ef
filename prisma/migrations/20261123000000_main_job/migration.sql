-- The agency ------------------------------------------------------------------------------------

create table unit (
  id        integer generated always as identity primary key,
  code      text not null unique,
  name      text not null,
  parent_id integer references unit (id)
);

create table field (
  id   integer generated always as identity primary key,
  name text not null unique
);

create table procedure (
  id           integer generated always as identity primary key,
  code         text not null unique,
  name         text not null,
  field_id     integer not null references field (id),
  working_days integer check (working_days > 0),
  fee          text,
  online_level text not null check (online_level in ('full', 'partial', 'none')),
  interlinked  text not null check (interlinked in ('none', 'horizontal', 'vertical')),
  is_published boolean not null,
  papers       text,
  submit_at    text,
  url          text,
  updated_at   timestamptz not null
);

create table staff_member (
  id          integer generated always as identity primary key,
  username    text not null unique,
  full_name   text not null,
  role        text not null check (role in ('officer', 'leader', 'admin')),
  unit_id     integer not null references unit (id),
  phone       text,
  email       text,
  superior_id integer references staff_member (id)
);

-- Dossiers --------------------------------------------------------------------------------------

create table dossier (
  id              bigint generated always as identity primary key,
  code            text not null unique,
  procedure_id    integer not null references procedure (id),
  unit_id         integer not null references unit (id),
  submission_mode text not null check (submission_mode in ('online', 'in-person', 'postal')),
  status          text not null,
  received_at     timestamptz,
  due_at          timestamptz,
  finished_at     timestamptz,
  returned_at     timestamptz,
  -- The instant it left the queue: finished, else returned, else when we learned that it was withdrawn or stopped.
  resolved_at     timestamptz,
  officer_id      integer references staff_member (id),
  applicant_name  text,
  applicant_phone text,
  interlinked     text not null check (interlinked in ('none', 'horizontal', 'vertical')),
  partner_agency  text,
  is_demonstration boolean not null default false,
  -- Vietnam has kept UTC+7 without daylight saving since 1975; a zone name in a query costs half its time.
  received_on     date generated always as ((received_at at time zone interval '7 hours')::date) stored,
  due_on          date generated always as ((due_at at time zone interval '7 hours')::date) stored,
  resolved_on     date generated always as ((resolved_at at time zone interval '7 hours')::date) stored,
  -- Not yet accepted, or refused at the desk: never part of the figures.
  is_counted      boolean generated always as (status not in ('registered', 'not-accepted') and received_at is not null) stored
);

create index dossier_received on dossier (received_at) include (submission_mode, unit_id, procedure_id) where is_counted;
create index dossier_resolved on dossier (resolved_at) include (received_at, resolved_on, due_on) where is_counted;
create index dossier_open on dossier (due_on) where is_counted and resolved_at is null;

create table dossier_event (
  id          bigint generated always as identity primary key,
  dossier_id  bigint not null references dossier (id),
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  from_status text,
  to_status   text not null,
  due_at      timestamptz,
  source      text not null
);

create index dossier_event_dossier on dossier_event (dossier_id, id);

-- Feedback, assignments -------------------------------------------------------------------------

create table feedback (
  id           bigint generated always as identity primary key,
  source       text not null check (source in ('1022', 'zalo', 'telegram', 'web', 'in-person', 'other')),
  source_code  text not null,
  field_id     integer references field (id),
  content      text not null,
  received_at  timestamptz not null,
  due_at       timestamptz,
  answered_at  timestamptz,
  unit_id      integer references unit (id),
  sender_name  text,
  sender_phone text,
  is_demonstration boolean not null default false,
  unique (source, source_code)
);

create index feedback_received on feedback (received_at);

create table assignment (
  id          integer generated always as identity primary key,
  code        text not null unique,
  content     text not null,
  assigned_on date not null,
  due_on      date not null,
  done_on     date,
  officer_id  integer references staff_member (id),
  unit_id     integer not null references unit (id),
  is_demonstration boolean not null default false
);

create index assignment_due on assignment (due_on);

-- Settings --------------------------------------------------------------------------------------

create table day_exception (
  day   date primary key,
  kind  text not null check (kind in ('off', 'make-up', 'morning-off', 'afternoon-off')),
  note  text,
  basis text
);

create table target (
  id        integer generated always as identity primary key,
  indicator text not null,
  unit_id   integer references unit (id),
  valid_from date not null,
  valid_to   date,
  value     double precision not null,
  source    text not null,
  unique nulls not distinct (indicator, unit_id, valid_from)
);

create table setting (
  key   text primary key,
  value jsonb not null
);

-- Conversations ---------------------------------------------------------------------------------

create table conversation (
  id          bigint generated always as identity primary key,
  channel     text not null,
  external_id text not null,
  speaker     text not null default 'citizen',
  language    text not null default 'vi' check (language in ('vi', 'en')),
  state       jsonb not null default '{}',
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  -- Until then one worker alone delivers to this conversation, which keeps its messages in order.
  delivery_leased_until timestamptz,
  unique (channel, external_id)
);

create index conversation_updated on conversation (updated_at) where state <> '{}';

create table inbound_message (
  id              bigint generated always as identity primary key,
  conversation_id bigint not null references conversation (id),
  external_id     text not null,
  content         jsonb not null,
  received_at     timestamptz not null,
  failure         text,
  unique (conversation_id, external_id)
);

create table outbox (
  id              bigint generated always as identity primary key,
  conversation_id bigint not null references conversation (id),
  inbound_id      bigint references inbound_message (id),
  reply           jsonb not null,
  status          text not null default 'pending'
                  check (status in ('pending', 'sending', 'sent', 'undeliverable')),
  attempts        integer not null default 0,
  created_at      timestamptz not null,
  due_at          timestamptz not null,
  sent_at         timestamptz,
  reason          text
);

create index outbox_waiting on outbox (due_at) where status in ('pending', 'sending');
create index outbox_conversation on outbox (conversation_id, id);

-- Tries at the second proof, counted per code and per person whether or not the code exists.
create table proof_attempt (
  id           bigint generated always as identity primary key,
  dossier_code text not null,
  person       text not null,
  tried_at     timestamptz not null
);

create index proof_attempt_code on proof_attempt (dossier_code, tried_at);
create index proof_attempt_person on proof_attempt (person, tried_at);
