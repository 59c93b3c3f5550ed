-- Ended sessions and codes are swept away by their time.
create index session_expiry on access.session (expires_at);
create index sign_in_code_expiry on access.sign_in_code (expires_at);

create index merge_into on customers.merge (to_customer_id);
