-- What a notice is about, so that each kind has its sign and can be wanted or not. Those of before have none and go within 90 days.
alter table notifications.notices add column kind text;

-- Who wants which kind of notices, as far as they have said so; all else is as usual. Read by its key alone.
create table notifications.choices (
    person_id uuid not null,
    kind      text not null,
    wanted    boolean not null,
    constraint choices_pk primary key (person_id, kind)
);
