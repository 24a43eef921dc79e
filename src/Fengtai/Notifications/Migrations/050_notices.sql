-- What people are told of in the page.
create schema notifications;

create table notifications.notices (
    id        uuid not null,
    person_id uuid not null,
    at        timestamptz not null,
    text_key  text not null,
    arguments text[] not null,
    href      text not null,
    read_at   timestamptz,
    constraint notices_pk primary key (id)
);
-- What was this person told, newest first? (list of notices)
create index notices_of_person on notifications.notices (person_id, id desc);
-- What has this person not read yet? (bell)
create index notices_unread on notifications.notices (person_id, id desc) where read_at is null;
-- Which are older than 90 days? (sweep)
create index notices_at on notifications.notices (at);
