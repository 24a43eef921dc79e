using Fengtai.Platform.Access;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised, staff may know; promising otherwise is a right.</summary>
public static class ServiceLevelPermissions
{
    /// <summary>Edit the policies.</summary>
    public static readonly Permission Administer = new("levels.administer");
}
