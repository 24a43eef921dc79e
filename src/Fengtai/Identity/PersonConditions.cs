namespace Fengtai.Identity;

/// <summary>
/// Conditions on who somebody is, for the hand-written SQL of other practices. The column holds a person's id and is never null;
/// each asks for a set of people first, which is then looked up or hashed.
/// </summary>
public static class PersonConditions
{
    /// <param name="column">The column with the person's id.</param>
    /// <param name="departments">A <c>text[]</c>: departments as they are written.</param>
    public static string OfDepartment(string column, string departments) => $"{column} in (select id from identity.people where department = any ({departments}))";

    public static string OfNoDepartment(string column) => $"{column} in (select id from identity.people where department is null)";

    /// <param name="column">The column with the person's id.</param>
    /// <param name="sites">A <c>text[]</c>: sites as they are written.</param>
    public static string AtSite(string column, string sites) => $"{column} in (select id from identity.people where site = any ({sites}))";

    public static string AtNoSite(string column) => $"{column} in (select id from identity.people where site is null)";

    public static string IsVip(string column) => $"{column} in (select id from identity.people where is_vip)";

    /// <param name="column">The column with the person's id.</param>
    /// <param name="teams">A <c>uuid[]</c>.</param>
    public static string MemberOf(string column, string teams) => $"{column} in (select person_id from identity.team_members where team_id = any ({teams}))";
}
