using Fengtai.Platform.Access;

namespace Fengtai.ServiceLevels;

/// <summary>What is promised, staff may know; promising otherwise is a right.</summary>
public static class ServiceLevelPermissions
{
    /// <summary>Read the agreements and how they are kept.</summary>
    public static readonly Permission Read = new("levels.read");

    /// <summary>Edit the policies and agreements.</summary>
    public static readonly Permission Administer = new("levels.administer");

    /// <summary>Read how it is kept: figures of the tickets that one may see.</summary>
    public static readonly Permission Report = new("levels.report");
}
