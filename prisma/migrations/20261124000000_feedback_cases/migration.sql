-- Staff on the messengers ------------------------------------------------------------------------

alter table staff_member
  -- From then on the person is nobody here: no binding of theirs speaks for the agency.
  add column left_at       timestamptz,
  add column away_from     date,
  add column away_until    date,
  add column substitute_id integer references staff_member (id),
  add check (away_until >= away_from);

-- A one-time code with which a member of staff binds a conversation; only its digest is kept.
create table staff_invitation (
  id              integer generated always as identity primary key,
  staff_id        integer not null references staff_member (id),
  code_digest     text not null unique,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  conversation_id bigint references conversation (id),
  revoked_at      timestamptz
);

create index conversation_speaker on conversation (speaker) where speaker <> 'citizen';

-- Policies and routing ---------------------------------------------------------------------------

-- Never changed, only followed by a later version: a case keeps the row it was given.
create table feedback_policy (
  id          integer generated always as identity primary key,
  field_id    integer references field (id),
  kind        text check (kind in ('report', 'proposal')),
  urgency     text not null check (urgency in ('normal', 'complex', 'urgent')),
  version     integer not null,
  valid_from  timestamptz not null,
  accept_term jsonb not null,
  answer_term jsonb not null,
  -- Whether an answer needs a leader's approval before the citizen gets it.
  needs_approval          boolean not null,
  max_extensions          integer not null,
  max_pauses              integer not null,
  max_pause_working_days  integer not null,
  -- Offsets of reminders and the ladder of escalation; see domain/reminders.
  reminders   jsonb not null,
  legal_basis text not null,
  unique nulls not distinct (field_id, kind, urgency, version)
);

insert into feedback_policy (urgency, version, valid_from, accept_term, answer_term, needs_approval, max_extensions,
                             max_pauses, max_pause_working_days, reminders, legal_basis)
select urgency, 1, '2020-01-01', '{"kind": "working-hours", "amount": 8}', answer_term::jsonb, false, 1, 2, 5, '{}',
       'Nghị định 20/2008/NĐ-CP (sửa đổi: 48/2013/NĐ-CP, 92/2017/NĐ-CP); thời hạn mặc định, cơ quan tự điều chỉnh'
from (values ('normal', '{"kind": "working-days", "amount": 5}'),
             ('complex', '{"kind": "working-days", "amount": 10}'),
             ('urgent', '{"kind": "working-hours", "amount": 4}')) as term (urgency, answer_term);

-- The first active rule that fits decides; what none fits goes to the officer on duty.
create table routing_rule (
  id          integer generated always as identity primary key,
  place       integer not null unique,
  field_id    integer references field (id),
  -- Phrases, any of which triggers the rule; none means the field alone decides.
  phrases     text[] default '{}' check (phrases is not null),
  unit_id     integer not null references unit (id),
  officer_id  integer references staff_member (id),
  is_active   boolean not null default true,
  wrong_count integer not null default 0
);

-- Feedback as a case -----------------------------------------------------------------------------

create table feedback_counter (
  year integer primary key,
  last integer not null
);

alter table feedback
  -- PA-<year>-<6 digits>, given by a trigger: gapless, because the counter rolls back with its case.
  add column code     text unique,
  add column kind     text not null default 'report' check (kind in ('report', 'proposal')),
  add column urgency  text not null default 'normal' check (urgency in ('normal', 'complex', 'urgent')),
  add column status   text not null default 'new' check (status in (
    'new', 'classified', 'assigned', 'in-progress', 'awaiting-citizen', 'awaiting-agency', 'answered', 'closed',
    'refused', 'forwarded', 'reopen-requested', 'reopened', 'withdrawn')),
  -- Grows with every change: an action on an older version is refused.
  add column version       integer not null default 1,
  add column round         integer not null default 1,
  add column policy_id     integer references feedback_policy (id),
  add column accept_due_at timestamptz,
  add column accepted_at   timestamptz,
  -- What was promised, as worked out when it was said: both deadlines with their steps and the calendar's version.
  add column promise       jsonb,
  add column is_extended   boolean not null default false,
  add column closed_at     timestamptz,
  add column officer_id    integer references staff_member (id),
  add column routing_rule_id integer references routing_rule (id),
  add column routed_by     text,
  -- Who filed it and where the answer goes.
  add column person          text,
  add column conversation_id bigint references conversation (id),
  add column privacy         text not null default 'agency' check (privacy in ('public', 'agency', 'anonymous')),
  add column place           text,
  add column latitude        double precision,
  add column longitude       double precision,
  add column dossier_code    text,
  -- The case this one was joined to as another person's word about the same thing.
  add column joined_to_id    bigint references feedback (id),
  -- What is being prepared: a draft answer, a request for more time.
  add column draft           jsonb,
  add column extension       jsonb,
  add column answer          text;

alter table feedback drop constraint feedback_source_check;
alter table feedback add constraint feedback_source_check
  check (source in ('1022', 'zalo', 'zalo-bot', 'telegram', 'web', 'terminal', 'open311', 'in-person', 'other'));

create function give_feedback_code() returns trigger language plpgsql as $$
declare
  of_year integer := extract(year from new.received_at at time zone interval '7 hours');
  serial  integer;
begin
  insert into feedback_counter as c (year, last) values (of_year, 1)
  on conflict (year) do update set last = c.last + 1
  returning c.last into serial;
  new.code := 'PA-' || of_year || '-' || lpad(serial::text, 6, '0');
  if new.answered_at is not null and new.status = 'new' then
    new.status := 'closed';
    new.closed_at := new.answered_at;
  end if;
  return new;
end $$;

create trigger feedback_code before insert on feedback
  for each row when (new.code is null) execute function give_feedback_code();

-- Matters imported before they were cases.
update feedback f set code = 'PA-' || n.year || '-' || lpad(n.serial::text, 6, '0'),
  status = case when f.answered_at is null then 'new' else 'closed' end, closed_at = f.answered_at
from (select id, extract(year from received_at at time zone interval '7 hours')::int as year,
             row_number() over (partition by extract(year from received_at at time zone interval '7 hours')
                                order by received_at, id) as serial
      from feedback) n
where n.id = f.id;

insert into feedback_counter (year, last)
select extract(year from received_at at time zone interval '7 hours')::int, count(*) from feedback group by 1;

alter table feedback alter column code set not null;

create index feedback_open on feedback (due_at)
  where status not in ('answered', 'closed', 'refused', 'forwarded', 'withdrawn');
create index feedback_person on feedback (person, received_at desc) where person is not null;
create index feedback_dossier on feedback (dossier_code) where dossier_code is not null;

-- Append-only: what happened to a case, who did it, where and why.
create table feedback_event (
  id          bigint generated always as identity primary key,
  feedback_id bigint not null references feedback (id),
  happened_at timestamptz not null,
  kind        text not null,
  from_status text,
  to_status   text,
  actor_kind  text not null check (actor_kind in ('citizen', 'staff', 'system')),
  actor       text not null,
  channel     text not null,
  reason      text,
  detail      jsonb not null default '{}'
);

create index feedback_event_case on feedback_event (feedback_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger feedback_event_append_only before update or delete on feedback_event
  for each row execute function refuse_change();

-- One question after closing, once a round.
create table satisfaction_survey (
  id           bigint generated always as identity primary key,
  feedback_id  bigint not null references feedback (id),
  round        integer not null,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null,
  reminded_at  timestamptz,
  rated_at     timestamptz,
  is_satisfied boolean,
  reasons      text[] default '{}' check (reasons is not null),
  unique (feedback_id, round)
);

-- What the program says unasked ------------------------------------------------------------------

create table notice (
  id              bigint generated always as identity primary key,
  -- Names subject, kind, offset, deadline version and recipient: nothing is said twice.
  key             text not null unique,
  kind            text not null,
  -- To a conversation, to a member of staff wherever they can be reached, or to whoever holds a rung when it is due.
  recipient       jsonb not null,
  facts           jsonb not null,
  subject_kind    text check (subject_kind in ('feedback', 'dossier', 'assignment')),
  subject_id      bigint,
  status          text not null default 'planned'
                  check (status in ('planned', 'handed-over', 'cancelled', 'expired', 'unreachable')),
  planned_at      timestamptz not null,
  due_at          timestamptz not null,
  expires_at      timestamptz,
  settled_at      timestamptz,
  outbox_id       bigint references outbox (id),
  reason          text
);

create index notice_due on notice (due_at, id) where status = 'planned';
create index notice_subject on notice (subject_kind, subject_id) where status = 'planned';
