-- An old shop's card says whose it was: found by its number, and hers.
call core.guard_look_up('customers.old_card');
