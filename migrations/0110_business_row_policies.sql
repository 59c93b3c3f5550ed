-- Whose an account or an invoice is, is found by its number, and is otherwise theirs.
call core.guard_look_up('business.account_external');
call core.guard_look_up('business.invoice_number');
