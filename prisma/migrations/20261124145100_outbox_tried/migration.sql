-- When a message was last taken up, by the clock that said when to try again: a clock that was ahead is told by it.
alter table outbox add column tried_at timestamptz;
