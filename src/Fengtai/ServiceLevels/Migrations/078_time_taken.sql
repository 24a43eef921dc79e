-- How long a clock took, the day of receipt included. Of those that have ended already what counted is all that is known without their calendars.
alter table service_levels.clocks add column taken_seconds double precision;

update service_levels.clocks set taken_seconds = elapsed_seconds where elapsed_seconds is not null;

alter table service_levels.clocks add constraint clocks_end_took_time check ((stopped_at is null) = (taken_seconds is null));

drop index service_levels.clocks_decided;

-- How many of each kind, priority and team were kept and missed in these months, and how long did they take? Which ones were that? (report; the figures read this index alone, hence what it includes)
create index clocks_decided on service_levels.clocks (decided_at, id) include (kind, priority, worked_by, state, taken_seconds) where decided_at is not null;
