-- What is to be done for a ticket, step by step.
create table tickets.tasks (
    id            uuid not null,
    ticket_id     uuid not null,
    position      int not null,
    title         text not null,
    assignee_id   uuid,
    due           date,
    is_required   boolean not null,
    done_at       timestamptz,
    done_by_id    uuid,
    created_at    timestamptz not null,
    created_by_id uuid,
    constraint tasks_pk primary key (id),
    constraint tasks_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint tasks_have_a_title check (title <> ''),
    constraint tasks_done_by_somebody check (done_at is not null or done_by_id is null)
);
-- What is on this ticket's list, in its order?
create index tasks_of_ticket on tickets.tasks (ticket_id, position);

-- What somebody's work on a ticket took.
create table tickets.time_entries (
    id         uuid not null,
    ticket_id  uuid not null,
    person_id  uuid not null,
    minutes    int not null,
    day        date not null,
    work       text not null,
    note       text,
    created_at timestamptz not null,
    constraint time_entries_pk primary key (id),
    constraint time_entries_ticket foreign key (ticket_id) references tickets.tickets (id),
    constraint time_entries_within_a_day check (minutes between 1 and 1440),
    constraint time_entries_work_known check (work in ('remote', 'onSite', 'travel', 'telephone', 'other'))
);
-- What did the work on this ticket take?
create index time_entries_of_ticket on tickets.time_entries (ticket_id, day);

-- How far the list is and what the work took, so that lists and rules need not look there.
alter table tickets.tickets
    add column task_count int not null default 0,
    add column tasks_done int not null default 0,
    add column required_tasks_open int not null default 0,
    add column minutes_spent int not null default 0,
    add constraint tickets_tasks_counted check (tasks_done between 0 and task_count and required_tasks_open between 0 and task_count - tasks_done),
    add constraint tickets_minutes_counted check (minutes_spent >= 0);
