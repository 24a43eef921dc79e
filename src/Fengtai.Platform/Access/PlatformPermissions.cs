namespace Fengtai.Platform.Access;

public static class PlatformPermissions
{
    /// <summary>See how the application runs: jobs, settings; run failed jobs again.</summary>
    public static readonly Permission Operate = new("platform.operate");
}
