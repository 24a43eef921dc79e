-- What staff promised the user by hand and is still open; deadlines that are computed are kept elsewhere.
alter table tickets.tickets
    add column promise_text text,
    add column promised_at timestamptz,
    add column promised_by timestamptz,
    add constraint tickets_promise_is_whole check ((promise_text is null) = (promised_by is null) and (promised_at is null) = (promised_by is null));

-- How often the user asked for haste (催办), and when last.
alter table tickets.tickets
    add column urge_count int not null default 0,
    add column last_urged_at timestamptz,
    add constraint tickets_urged_at_some_time check (urge_count >= 0 and (urge_count = 0) = (last_urged_at is null));

-- The last visit of an engineer; without an end while somebody is there.
alter table tickets.tickets
    add column arrived_at timestamptz,
    add column left_at timestamptz,
    add constraint tickets_left_after_arriving check (left_at is null or left_at >= arrived_at and arrived_at is not null);
