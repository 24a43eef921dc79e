using Fengtai.Platform.Texts;

namespace Fengtai.Identity;

/// <summary>A group of people who work on tickets together.</summary>
public sealed class Team
{
    private Team()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Unique, lower case: <c>network</c>.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    public string NameEn { get; private set; } = "";

    public TeamLine Line { get; private set; }

    /// <summary>PostgreSQL's <c>xmin</c>.</summary>
    public uint Version { get; private init; }

    public static Team Create(string code, string name, string nameEn, TeamLine line)
    {
        var team = new Team { Id = Guid.CreateVersion7(), Code = code };
        team.Describe(name, nameEn, line);
        return team;
    }

    internal void Describe(string name, string nameEn, TeamLine line) => (Name, NameEn, Line) = (name, nameEn, line);
}

/// <summary>That a person works in a team.</summary>
public sealed class TeamMember
{
    public Guid TeamId { get; init; }

    public Guid PersonId { get; init; }

    /// <summary>Leads the team.</summary>
    public bool IsLead { get; set; }
}

[TextKeys("identity.line")]
public enum TeamLine
{
    /// <summary>一线: the desk.</summary>
    First,

    /// <summary>二线: engineers on site or remote.</summary>
    Second,

    /// <summary>三线: specialists and suppliers.</summary>
    Third,
}
