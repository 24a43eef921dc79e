using System.Data.Common;
using Npgsql;

namespace Fengtai.Platform.Data;

/// <summary>How the application speaks with its database, unless the connection string says otherwise.</summary>
public static class Connections
{
    /// <summary>Statements that one connection keeps prepared; each page and job asks the same ones again and again.</summary>
    private const int Prepared = 200;

    /// <remarks>
    /// Preparing halves the work of a short question for both sides. Nothing here leaves settings behind on a connection, so
    /// that resetting it at each return is wasted. Behind a pooler that mixes sessions, set <c>Max Auto Prepare=0</c>.
    /// </remarks>
    public static NpgsqlDataSource Open(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        // the typed builder says of every setting that it is there
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!given.ContainsKey("Max Auto Prepare"))
        {
            connection.MaxAutoPrepare = Prepared;
            connection.AutoPrepareMinUsages = 3;
        }
        if (!given.ContainsKey("No Reset On Close"))
        {
            connection.NoResetOnClose = true;
        }
        return new NpgsqlDataSourceBuilder(connection.ConnectionString) { Name = "fengtai" }.Build();
    }
}
