-- A form sent twice begins one broadcast; and who began it is kept.
alter table broadcast add column key text unique, add column started_by text;
