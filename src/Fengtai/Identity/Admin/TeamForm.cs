namespace Fengtai.Identity.Admin;

public sealed record TeamForm
{
    public string? Code { get; init; }

    public string? TeamName { get; init; }

    public string? NameEn { get; init; }

    public string? Line { get; init; }

    public string? Version { get; init; }
}

/// <summary>A team in the list of teams.</summary>
public sealed record ListedTeam(TeamCard Team, IReadOnlyList<TeamMemberCard> Members);
