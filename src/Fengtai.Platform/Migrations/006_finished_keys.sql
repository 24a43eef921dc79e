-- Which work an idempotency key has done: written in the same commit as that work, so that it is done once whatever happens to the node.
create table platform.finished_keys (
    person  uuid not null,
    key     text not null,
    subject uuid not null,
    constraint finished_keys_pk primary key (person, key)
);
