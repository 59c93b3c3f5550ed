-- What the fakes of SMS and LINE Login remember: every message arrives; a code for an ID token is good once.
create table channels.fake_sms (
  sms_id uuid primary key,
  recipient_hash bytea not null,
  sealed bytea not null,
  created_at timestamptz not null
);
create index fake_sms_recipient on channels.fake_sms (recipient_hash, created_at desc);

create table channels.fake_line_code (
  code_hash bytea primary key,
  sealed bytea not null,
  expires_at timestamptz not null
);
