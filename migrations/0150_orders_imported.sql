-- An order that happened elsewhere keeps the channel it was bought in; that it was brought in is a fact of its own.
alter table orders."order" add column imported boolean not null default false;
update orders."order" set imported = true where channel = 'import';
