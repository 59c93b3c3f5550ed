-- Documents as handed out: the data of each as it stood when first issued, never changed. A correction is a new version that names the old.
-- The name it is made out to is sealed with the house's own key: the law wants it readable for years, when its person may be gone.
create table orders.document (
  profile_id uuid not null,
  document_id uuid not null,
  order_id uuid not null,
  return_id uuid,
  kind text not null constraint document_kind_known check (kind = any ('{receipt,return,formal_receipt,invoice,gift,hold}')),
  number text not null,
  version smallint not null constraint document_version_positive check (version > 0),
  replaces_id uuid,
  business_date date not null,
  amount_yen bigint not null,
  -- Finds a counterparty by her name without showing it.
  counterparty_token bytea,
  sealed_to bytea,
  data jsonb not null,
  issued_at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  primary key (profile_id, document_id),
  unique (profile_id, order_id, kind, number, version)
);
create index document_date on orders.document (business_date, amount_yen);
create index document_counterparty on orders.document (counterparty_token) where counterparty_token is not null;

-- Every print of a document: the first is the document, the others say 再発行 and which they are.
create table orders.document_copy (
  profile_id uuid not null,
  document_id uuid not null,
  copy smallint not null,
  medium text not null constraint document_medium_known check (medium = any ('{paper,electronic}')),
  issued_at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  primary key (profile_id, document_id, copy)
);

call core.guard_person('orders.document');
call core.guard_person('orders.document_copy');
revoke update, delete on orders.document from engawa_app;
revoke update, delete on orders.document_copy from engawa_app;
