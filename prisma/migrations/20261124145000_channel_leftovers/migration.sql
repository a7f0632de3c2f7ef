-- Tells the worker that holds a conversation from one that held it before and has been away for too long.
alter table conversation add column delivery_claim bigint not null default 0;
