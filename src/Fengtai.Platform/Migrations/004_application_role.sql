-- The application is not the owner of its tables, and only owners may renew the planner's statistics: after filling an empty database
-- it asks for that through this.
create function platform.renew_statistics() returns void
language plpgsql
security definer
set search_path = pg_catalog
as $$
begin
    analyze;
end
$$;
