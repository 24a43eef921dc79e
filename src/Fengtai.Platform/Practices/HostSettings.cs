namespace Fengtai.Platform.Practices;

/// <summary>What this process was started with. Registered, so that a practice can ask for it.</summary>
public sealed record HostSettings
{
    /// <summary>Absolute path of the folder that holds everything which must survive: database, files, <c>fengtai.json</c>.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Npgsql connection string that the application works with; its role owns no table.</summary>
    public required string Database { get; init; }

    /// <summary>Where people reach the application, for links in messages; the first listening address where none is set.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>A believable organisation is shown and its people are offered at sign-in.</summary>
    public bool Demo { get; init; }
}
