using Fengtai.Demo.Cast;
using Fengtai.Identity;

namespace Fengtai.Demo;

/// <summary>The teams of the service desk and who works in them.</summary>
internal static class Crew
{
    public const string Desk = "desk";
    public const string Desktop = "desktop";
    public const string Network = "network";
    public const string Systems = "systems";
    public const string OnSite = "onsite";

    public static readonly IReadOnlyList<(string Code, string Name, string NameEn, TeamLine Line)> Teams =
    [
        (Desk, "服务台", "Service desk", TeamLine.First),
        (Desktop, "桌面支持组", "Desktop support", TeamLine.Second),
        (Network, "网络组", "Networks", TeamLine.Second),
        (OnSite, "现场服务组", "On-site services", TeamLine.Second),
        (Systems, "应用系统组", "Business systems", TeamLine.Third),
    ];

    /// <summary>Those of the desk first; who leads a team is first in it.</summary>
    public static readonly IReadOnlyList<CrewMember> Members =
    [
        new("方静怡", Departments.Beijing, Desk, 0, Roles.Lead),
        new("孟晓彤", Departments.Beijing, Desk, 1.2, Roles.Agent),
        new("石雨桐", Departments.Beijing, Desk, 1.0, Roles.Agent),
        new("罗嘉怡", Departments.Beijing, Desk, 0.8, Roles.Agent),
        new("韩志远", Departments.Beijing, Desktop, 1.1, Roles.Engineer),
        new("段海峰", Departments.Beijing, Desktop, 1.3, Roles.Engineer),
        new("邹思远", Departments.Shanghai, Desktop, 1.0, Roles.Engineer),
        new("秦浩宇", Departments.Chengdu, Desktop, 0.9, Roles.Engineer),
        new("龚振宇", Departments.Beijing, Network, 1.0, Roles.Engineer),
        new("樊文轩", Departments.Beijing, Network, 1.1, Roles.Engineer),
        new("陆子墨", Departments.Chengdu, Network, 0.7, Roles.Engineer),
        new("严立群", Departments.Beijing, Systems, 0.9, Roles.Engineer),
        new("施若曦", Departments.Beijing, Systems, 1.1, Roles.Engineer),
        new("贺春晖", Departments.Beijing, OnSite, 1.2, Roles.Engineer),
        new("温东升", Departments.Shanghai, OnSite, 0.9, Roles.Engineer),
        new("白鹏程", Departments.Chengdu, OnSite, 1.0, Roles.Engineer),
        new("申明远", Departments.Beijing, null, 0, Roles.Manager),
        new("章慧琳", Departments.Beijing, null, 0, Roles.ServiceLevelManager),
        new("崔秋实", Departments.Beijing, null, 0, Roles.Quality),
        new("文怀瑾", Departments.Beijing, null, 0, Roles.Auditor),
        new("康承志", Departments.Beijing, null, 0, Roles.Administrator),
    ];
}

/// <param name="Team">Code; null where somebody manages.</param>
/// <param name="Pace">How much of the team's work falls to this person.</param>
internal sealed record CrewMember(string Name, Site Site, string? Team, double Pace, string Role);
