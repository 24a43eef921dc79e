-- How urgent a ticket was and who worked on it while a clock ran, and when the clock was decided: kept in time, or missed.
alter table service_levels.clocks
    add column priority text,
    add column worked_by uuid,
    add column decided_at timestamptz generated always as (case state when 'met' then stopped_at when 'missed' then due_at end) stored;

update service_levels.clocks c
set priority = t.priority,
    worked_by = coalesce(c.team_id, t.team_id)
from tickets.tickets t
where t.id = c.ticket_id;

alter table service_levels.clocks alter column priority set not null;

-- How many of each kind, priority and team were kept and missed in these months, and how long did they take? Which ones were that? (report; the figures read this index alone, hence what it includes)
create index clocks_decided on service_levels.clocks (decided_at, id) include (kind, priority, worked_by, state, elapsed_seconds) where decided_at is not null;
