-- Open clocks that are calculated anew because a calendar or policy changed: how far it has come.
create table service_levels.recomputations (
    id          uuid not null,
    calendar_id uuid,
    policy_id   uuid,
    started_at  timestamptz not null,
    total       integer,
    done        integer not null,
    moved       integer not null,
    after       uuid not null,
    finished_at timestamptz,
    constraint recomputations_pk primary key (id),
    constraint recomputations_of_one check ((calendar_id is null) <> (policy_id is null))
);
-- Is one under way? (its job, the page of policies)
create index recomputations_open on service_levels.recomputations (started_at) where finished_at is null;

-- Of which tickets are the next thousand open clocks? (recomputing, measuring)
create index clocks_open_of_ticket on service_levels.clocks (ticket_id) where stopped_at is null;
