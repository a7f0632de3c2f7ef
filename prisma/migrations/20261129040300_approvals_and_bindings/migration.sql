-- What a second pair of eyes has to see first. ------------------------------------------------------------------------------

create table approval (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('export', 'policy', 'erasure', 'binding')),
  -- A username; for an erasure the part of the service that asks.
  asked_by text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  -- What it is about, as whoever asked saw it.
  what text not null,
  -- The form or file that is sent again once approved; null where approving itself does it.
  action text,
  fields jsonb not null default '[]',
  digest text not null,
  subject text,
  decided_by text,
  decided_at timestamptz,
  is_approved boolean,
  reason text,
  done_at timestamptz
);
create index approval_asked on approval (asked_at desc, id desc);
create index approval_subject on approval (kind, subject);

-- Which conversation speaks for whom, since when and as last confirmed. ------------------------------------------------------

create table staff_binding (
  conversation_id bigint primary key references conversation (id),
  staff_id integer not null references staff_member (id),
  bound_at timestamptz not null,
  confirmed_at timestamptz not null,
  reminded_at timestamptz
);
insert into staff_binding (conversation_id, staff_id, bound_at, confirmed_at)
select distinct on (c.id) c.id, s.id, i.used_at, now()
from staff_invitation i join staff_member s on s.id = i.staff_id
join conversation c on c.id = i.conversation_id and c.speaker = s.username
where i.used_at is not null order by c.id, i.used_at desc;
