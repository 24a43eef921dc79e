-- The hash chain over the logs, and what the auditor asks of them.
create schema audit;

-- One seal closes a stretch of one log: every row with an id from from_id to to_id that there was and can ever be.
create table audit.seals (
    number  bigint not null,
    log     text not null,
    from_id bigint not null,
    to_id   bigint not null,
    count   integer not null,
    digests bytea not null,
    hash    bytea not null,
    made_at timestamptz not null,
    constraint seals_pk primary key (number),
    constraint seals_log_known check (log in ('events', 'looks')),
    constraint seals_stretch_forward check (from_id <= to_id),
    constraint seals_hash_whole check (octet_length(hash) = 32)
);
-- Up to where is this log sealed? (the next seal, the audit page)
create unique index seals_stretch on audit.seals (log, to_id);
-- digests are hashes: compressing them costs and gains nothing
alter table audit.seals alter column digests set storage external;

create trigger seals_are_only_added
    before update or delete or truncate on audit.seals
    for each statement
    execute function platform.refuse_change();

-- When the whole chain was recomputed, and what was found.
create table audit.verifications (
    id          bigint generated always as identity,
    at          timestamptz not null,
    seals       bigint not null,
    events      bigint not null,
    looks       bigint not null,
    newest_hash bytea,
    broken      jsonb,
    constraint verifications_pk primary key (id)
);

create trigger verifications_are_only_added
    before update or delete or truncate on audit.verifications
    for each statement
    execute function platform.refuse_change();

-- What happened in this time, newest first? (audit)
create index events_at on platform.events (at);
-- What did this person do, newest first? (audit)
create index events_actor on platform.events (actor, at) where actor is not null;
-- When did this rare thing happen? Of tickets every kind is frequent: those are found by time. (audit)
create index events_kind on platform.events (kind, at) where subject_kind <> 'ticket';
