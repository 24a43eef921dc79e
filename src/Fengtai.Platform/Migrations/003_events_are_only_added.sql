-- The log is timeline and audit at once: nobody who works with the application's connection changes or removes what happened.
create function platform.refuse_change() returns trigger
language plpgsql
as $$
begin
    raise exception 'Rows of %.% are only ever added.', tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger events_are_only_added
    before update or delete or truncate on platform.events
    for each statement
    execute function platform.refuse_change();
