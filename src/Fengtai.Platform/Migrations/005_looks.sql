-- Who saw whose personal data, when and on which page. Recorded in batches beside the pages; only ever added, like events.
create table platform.looks (
    id     bigint generated always as identity,
    at     timestamptz not null,
    viewer uuid not null,
    kind   text not null,
    people uuid[] not null,
    page   text not null,
    words  text,
    constraint looks_pk primary key (id),
    constraint looks_kind_known check (kind in ('opened', 'listed', 'exported'))
);
-- What was looked at in this time, newest first? (audit)
create index looks_at on platform.looks (at);
-- What did this person look at, newest first? (audit)
create index looks_viewer on platform.looks (viewer, at);
-- Who looked at this person? (audit)
create index looks_people on platform.looks using gin (people);

create trigger looks_are_only_added
    before update or delete or truncate on platform.looks
    for each statement
    execute function platform.refuse_change();
