-- Uploaded files: their content lies in the data folder under its SHA-256, shared by files of the same content.
create table platform.files (
    id           uuid not null,
    sha256       bytea not null,
    size         bigint not null,
    content_type text not null,
    name         text not null,
    created_at   timestamptz not null,
    created_by   uuid,
    constraint files_pk primary key (id),
    constraint files_sha256_whole check (octet_length(sha256) = 32),
    constraint files_size_positive check (size > 0)
);
-- Does another file have this content? (sweep, before content is deleted)
create index files_sha256 on platform.files (sha256);
