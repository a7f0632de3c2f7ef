-- What happened to members of staff as such, and apologies for late dossiers. -----------------------

-- Append-only: who was invited, linked, unlinked, went on leave, left.
create table staff_event (
  id          bigint generated always as identity primary key,
  staff_id    integer not null references staff_member (id),
  happened_at timestamptz not null,
  kind        text not null check (kind in ('invited', 'linked', 'unlinked', 'revoked', 'away', 'back', 'left')),
  actor       text not null,
  detail      jsonb not null default '{}'
);

create index staff_event_staff on staff_event (staff_id, id);

create trigger staff_event_append_only before update or delete on staff_event
  for each row execute function refuse_change();

-- Given once (NĐ 61/2018/NĐ-CP, art. 19.9). The due date stays as it is: late is late.
create table dossier_apology (
  dossier_id bigint primary key references dossier (id),
  reason     text not null,
  new_due_on date not null,
  given_by   text not null,
  given_at   timestamptz not null
);

create index staff_invitation_conversation on staff_invitation (conversation_id) where conversation_id is not null;
