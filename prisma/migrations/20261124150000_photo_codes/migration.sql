-- Photos in which a code is to be read: of a receipt, of its QR or barcode. -----------------------------------------

create table photo_reading (
  attachment_id bigint primary key references attachment (id) on delete cascade,
  asked_at      timestamptz not null,
  read_at       timestamptz,
  -- What stood in the photo; nothing when nothing could be read.
  code          text,
  check (code is null or read_at is not null)
);

create index photo_reading_waiting on photo_reading (asked_at) where read_at is null;
