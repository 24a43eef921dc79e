-- Acts on many tickets at once: what was meant, on which tickets, and what became of each.
create table tickets.batches (
    id          uuid not null,
    owner_id    uuid not null,
    act         text not null,
    input       jsonb not null,
    list        text,
    undo_of_id  uuid,
    created_at  timestamptz not null,
    started_at  timestamptz,
    finished_at timestamptz,
    constraint batches_pk primary key (id),
    constraint batches_undo_of foreign key (undo_of_id) references tickets.batches (id),
    constraint batches_in_order check (finished_at is null or started_at is not null),
    constraint batches_act_known check (act in ('accept', 'classify', 'assign', 'wait', 'resume', 'notes', 'close', 'link'))
);
-- What did this person do in bulk lately?
create index batches_of_owner on tickets.batches (owner_id, created_at desc);
-- What was done in bulk lately, by anybody? (administrators; sweep)
create index batches_created on tickets.batches (created_at desc);
-- Was this batch undone already? Once only.
create unique index batches_undone on tickets.batches (undo_of_id) where undo_of_id is not null;

create table tickets.batch_rows (
    batch_id          uuid not null,
    ticket_id         uuid not null,
    position          int not null,
    state             text not null,
    at                timestamptz,
    refusal           text,
    refusal_arguments text[] not null,
    before            jsonb,
    after             jsonb,
    constraint batch_rows_pk primary key (batch_id, ticket_id),
    constraint batch_rows_batch foreign key (batch_id) references tickets.batches (id) on delete cascade,
    constraint batch_rows_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint batch_rows_state_known check (state in ('waiting', 'done', 'refused')),
    constraint batch_rows_refused_why check ((state = 'refused') = (refusal is not null))
);
-- Which tickets has it not come to yet?
create index batch_rows_left on tickets.batch_rows (batch_id, position) where state = 'waiting';
