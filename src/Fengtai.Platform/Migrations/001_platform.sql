-- What knows nothing of service desks: the log of events, jobs, recurring work, idempotency keys, data-protection keys.
create schema if not exists platform;

create table platform.events (
    id           bigint generated always as identity,
    xid          xid8 not null default pg_current_xact_id(),
    at           timestamptz not null,
    actor        uuid,
    subject_kind text not null,
    subject_id   uuid not null,
    kind         text not null,
    is_public    boolean not null,
    data         jsonb not null,
    constraint events_pk primary key (id)
);
-- What became visible since the previous snapshot? (live tail)
create index events_xid on platform.events (xid, id);
-- What happened to this subject, oldest first? (timelines)
create index events_subject on platform.events (subject_id, id);

create table platform.jobs (
    id         uuid not null,
    kind       text not null,
    data       jsonb not null,
    state      text not null default 'waiting',
    run_at     timestamptz not null,
    attempts   integer not null default 0,
    error      text,
    created_at timestamptz not null,
    constraint jobs_pk primary key (id),
    constraint jobs_state_known check (state in ('waiting', 'running', 'failed'))
);
-- Which job is next, and whose lease ran out? (workers; run_at of a running job is the end of its lease)
create index jobs_due on platform.jobs (run_at) where state <> 'failed';
-- Which jobs failed for good? (administration)
create index jobs_failed on platform.jobs (created_at) where state = 'failed';

create table platform.recurring (
    name     text not null,
    next_run timestamptz not null,
    last_run timestamptz,
    took_ms  integer,
    error    text,
    constraint recurring_pk primary key (name)
);

create table platform.idempotency (
    person   uuid not null,
    key      text not null,
    body     bytea not null,
    at       timestamptz not null default now(),
    status   integer,
    answer   text,
    location text,
    constraint idempotency_pk primary key (person, key)
);
-- Which keys are older than 24 hours? (sweep)
create index idempotency_at on platform.idempotency (at);

create table platform.keys (
    id   bigint generated always as identity,
    name text not null,
    xml  text not null,
    constraint keys_pk primary key (id)
);
