using Fengtai.Platform.Access;

namespace Fengtai.Identity;

public static class IdentityPermissions
{
    /// <summary>Manage people, teams and their rights.</summary>
    public static readonly Permission Administer = new("identity.administer");

    /// <summary>Find people and see how to reach them.</summary>
    public static readonly Permission FindPeople = new("identity.findPeople");
}
