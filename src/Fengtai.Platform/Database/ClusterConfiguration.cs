namespace Fengtai.Platform.Database;

internal static class ClusterConfiguration
{
    /// <summary>Appended once, when the cluster is made; from then on the file belongs to the administrator.</summary>
    public const string Text = """

        # ---- Fengtai: what differs from PostgreSQL's defaults. Yours to change; read at the next start.
        shared_buffers = 256MB
        max_connections = 100
        jit = off                        # our questions are short; compiling them costs more than it saves
        random_page_cost = 1.1           # solid-state disks
        wal_compression = on
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%a.log'
        log_truncate_on_rotation = on    # a week of logs, then over again
        log_rotation_age = 1d
        log_error_verbosity = terse      # details would carry people's data into the log
        log_min_error_statement = panic

        """;
}
