-- When a product or one of its variants or prices last changed: an offline till asks for what changed since it last looked.
alter table catalog.product add column changed_at timestamptz not null default 'epoch';
create index product_changed on catalog.product (changed_at);
