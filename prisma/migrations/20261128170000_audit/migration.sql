-- What members of staff, operators and the service itself did, for good; sealed into a chain shortly after. --------------

create table audit_act (
  id           bigint generated always as identity primary key,
  happened_at  timestamptz not null,
  actor_kind   text not null check (actor_kind in ('staff', 'operator', 'citizen', 'system')),
  -- A username, an account of the machine, a conversation's number, or what part of the service.
  actor        text not null,
  deed         text not null,
  subject_kind text not null,
  subject      text not null,
  channel      text not null,
  detail       jsonb not null default '{}'
);

create index audit_act_when on audit_act (happened_at, id);
create index audit_act_subject on audit_act (subject_kind, subject, id);
create index audit_act_actor on audit_act (actor, id);

-- Acts that are not in the chain yet.
create table audit_pending (act_id bigint primary key references audit_act (id));

-- The chain: each link's hash covers its act and the link before it.
create table audit_seal (
  place     bigint primary key check (place > 0),
  act_id    bigint not null unique references audit_act (id),
  sealed_at timestamptz not null,
  previous  text not null,
  hash      text not null
);

-- Where the chain stood at the end of each day, to be kept outside as well.
create table audit_head (
  ended_on  date primary key,
  place     bigint not null,
  hash      text not null,
  taken_at  timestamptz not null,
  filed_at  timestamptz,
  posted_at timestamptz
);

create function queue_for_seal() returns trigger language plpgsql as $$
begin
  insert into audit_pending (act_id) select id from added;
  return null;
end $$;
create trigger audit_act_pending after insert on audit_act
  referencing new table as added for each statement execute function queue_for_seal();

create function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_act_append_only before update or delete on audit_act
  for each row execute function refuse_change();
create trigger audit_act_kept before truncate on audit_act for each statement execute function refuse_truncate();
create trigger audit_seal_append_only before update or delete on audit_seal
  for each row execute function refuse_change();
create trigger audit_seal_kept before truncate on audit_seal for each statement execute function refuse_truncate();
create trigger audit_head_kept before delete on audit_head for each row execute function refuse_change();

-- What happened to a case or to a member of staff is an act, whatever part of the program wrote it down. ----------------

-- Covers what the history of a case says, but for whose it was, which may be forgotten.
create function digest_of_event(e feedback_event) returns text language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    e.feedback_id, extract(epoch from e.happened_at), e.kind, e.from_status, e.to_status, e.actor_kind, e.channel,
    e.reason, e.detail)::text, 'UTF8')), 'hex')
$$;

create function audit_case_events() returns trigger language plpgsql as $$
begin
  insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel, detail)
  select e.happened_at, e.actor_kind,
         case when e.actor_kind = 'citizen' then coalesce('conversation:' || f.conversation_id, 'unknown') else e.actor end,
         'case-' || e.kind, 'case', f.code, e.channel,
         jsonb_strip_nulls(jsonb_build_object('event', e.id, 'from', e.from_status, 'to', e.to_status,
                                              'sha256', digest_of_event(e)))
  from added a join feedback_event e on e.id = a.id join feedback f on f.id = e.feedback_id
  order by e.id;
  return null;
end $$;
create trigger feedback_event_audited after insert on feedback_event
  referencing new table as added for each statement execute function audit_case_events();

-- A turn says on which channel it is; what says nothing comes from the command line or from a page.
create function audit_staff_events() returns trigger language plpgsql as $$
begin
  insert into audit_act (happened_at, actor_kind, actor, deed, subject_kind, subject, channel, detail)
  select e.happened_at,
         case when e.actor = 'command line' then 'operator'
              when exists (select from staff_member m where m.username = e.actor) then 'staff' else 'system' end,
         e.actor, 'staff-' || e.kind, 'staff', s.username,
         coalesce(nullif(current_setting('motcua.channel', true), ''),
                  case when e.actor = 'command line' then 'command-line' else 'web' end),
         e.detail
  from added e join staff_member s on s.id = e.staff_id
  order by e.id;
  return null;
end $$;
create trigger staff_event_audited after insert on staff_event
  referencing new table as added for each statement execute function audit_staff_events();
