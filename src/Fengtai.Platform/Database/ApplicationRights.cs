using Fengtai.Platform.Data;
using Npgsql;

namespace Fengtai.Platform.Database;

/// <summary>
/// What the application's role may do with each table of ours, compared and put right at every start: read and write, but of a table
/// whose rows are only ever added (it has the trigger of migration 003) no more than read and add, and there only the columns that
/// the database does not fill in by itself.
/// </summary>
internal static class ApplicationRights
{
    /// <summary>Answers how many tables, sequences and schemas had other rights than they should.</summary>
    public static async Task<int> GrantAsync(NpgsqlConnection owner, string role, IReadOnlyList<string> schemas, CancellationToken cancellation)
    {
        var statements = await DifferencesAsync(owner, role, schemas, cancellation);
        if (statements.Count > 0)
        {
            await using var grant = owner.Command(string.Join(";\n", statements));
            await grant.ExecuteNonQueryAsync(cancellation);
        }
        return statements.Count;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(NpgsqlConnection owner, string role, IReadOnlyList<string> schemas, CancellationToken cancellation)
    {
        var to = ApplicationRole.Quoted(role);
        await using var command = owner.Command(Differences, role, schemas.ToArray());
        return await command.ListAsync(
            row => (row.GetString(0), row.GetString(1), row.Get<string>(2)) switch
            {
                ("schema", var name, _) => $"grant usage on schema {name} to {to}",
                ("sequence", var name, _) => $"grant usage, select on sequence {name} to {to}",
                ("read", var name, _) => $"revoke all on table {name} from {to}; grant select on table {name} to {to}",
                ("add", var name, var columns) => $"revoke all on table {name} from {to}; grant select, insert ({columns}) on table {name} to {to}",
                (_, var name, _) => $"grant select, insert, update, delete on table {name} to {to}",
            },
            cancellation);
    }

    // identity sequences belong to their column and need no right of their own
    private const string Differences =
        """
        with schemas as (
            select oid, nspname from pg_namespace where nspname = any ($2)
        ),
        tables as (
            select
                t.oid,
                format('%I.%I', s.nspname, t.relname) as name,
                case
                    when s.nspname = 'platform' and t.relname = 'migrations' then 'read'
                    when exists (select from pg_trigger g join pg_proc p on p.oid = g.tgfoid where g.tgrelid = t.oid and p.proname = 'refuse_change' and not g.tgisinternal) then 'add'
                    else 'write'
                end as kind,
                (
                    select string_agg(format('%I', c.attname), ', ' order by c.attnum)
                    from pg_attribute c
                    where c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped and not c.atthasdef and c.attidentity = ''
                ) as given,
                has_table_privilege($1, t.oid, 'select') as reads,
                has_table_privilege($1, t.oid, 'insert') as inserts,
                has_table_privilege($1, t.oid, 'update') as updates,
                has_table_privilege($1, t.oid, 'delete') as deletes,
                has_any_column_privilege($1, t.oid, 'insert') as inserts_some,
                has_any_column_privilege($1, t.oid, 'update') or has_table_privilege($1, t.oid, 'delete, truncate, trigger') as changes,
                (
                    select bool_and(has_column_privilege($1, t.oid, c.attnum, 'insert') = (not c.atthasdef and c.attidentity = ''))
                    from pg_attribute c
                    where c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
                ) as inserts_given
            from pg_class t
            join schemas s on s.oid = t.relnamespace
            where t.relkind in ('r', 'p')
        )
        select 'schema', format('%I', nspname), null from schemas where not has_schema_privilege($1, oid, 'usage')
        union all
        select kind, name, given from tables
        where
            case kind
                when 'write' then not (reads and inserts and updates and deletes)
                when 'add' then not reads or changes or not inserts_given
                else not reads or changes or inserts_some
            end
        union all
        select 'sequence', format('%I.%I', s.nspname, q.relname), null
        from pg_sequence n
        join pg_class q on q.oid = n.seqrelid
        join schemas s on s.oid = q.relnamespace
        where
            not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = n.seqrelid and d.deptype = 'i')
            and not has_sequence_privilege($1, n.seqrelid, 'usage')
        """;
}
