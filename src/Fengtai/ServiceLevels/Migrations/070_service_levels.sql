-- What is promised for which tickets, and the clocks that measure it.
create schema service_levels;

create table service_levels.policies (
    id          uuid not null,
    position    integer not null,
    name        text not null,
    name_en     text not null,
    is_active   boolean not null,
    conditions  jsonb not null,
    calendar_id uuid not null,
    targets     jsonb not null,
    pauses      jsonb not null,
    steps       jsonb not null,
    constraint policies_pk primary key (id)
);

create table service_levels.clocks (
    id              uuid not null,
    ticket_id       uuid not null,
    kind            text not null,
    round           integer not null,
    policy_id       uuid not null,
    team_id         uuid,
    turns           jsonb not null,
    state           text not null,
    started_at      timestamptz not null,
    due_at          timestamptz,
    stopped_at      timestamptz,
    elapsed_seconds double precision,
    ledger          jsonb,
    done            jsonb not null,
    next_at         timestamptz,
    constraint clocks_pk primary key (id),
    constraint clocks_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint clocks_policy foreign key (policy_id) references service_levels.policies (id),
    constraint clocks_state_known check (state in ('running', 'paused', 'met', 'missed', 'cancelled')),
    constraint clocks_end_is_frozen check ((stopped_at is null) = (ledger is null) and (stopped_at is null) = (elapsed_seconds is null)),
    constraint clocks_end_is_quiet check (stopped_at is null or next_at is null)
);
-- What are the clocks of this ticket? (every change of it, its page)
create index clocks_of_ticket on service_levels.clocks (ticket_id);
-- To which does time do something now? (sweep, once a second)
create index clocks_next on service_levels.clocks (next_at) where next_at is not null;
-- Which are still running or standing, by policy? (a policy or calendar was edited)
create index clocks_open on service_levels.clocks (policy_id) where stopped_at is null;

-- What time has done to tickets themselves, so that it is done once; a priority is raised once, whatever the step.
create table service_levels.escalations (
    ticket_id uuid not null,
    act       text not null,
    step      text not null,
    constraint escalations_pk primary key (ticket_id, act, step)
);
