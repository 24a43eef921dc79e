using System.Runtime.InteropServices;
using Fengtai.Identity;
using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets;

/// <summary>With whom something is shared, as forms and programs say it: <c>me</c>, <c>everybody</c>, or <c>team:CODE</c>.</summary>
internal sealed class Audiences(Teams teams, IStringLocalizer texts)
{
    public const string Field = "sharedWith";
    private const string TeamPrefix = "team:";

    /// <param name="now">As it is; null for something new.</param>
    /// <param name="withTeam">Why this person may not share with a team; null where they may.</param>
    public async Task<Result<SharedWith>> ReadAsync(string? given, IShared? now, Permission toShare, Func<TeamCard, Task<Refusal?>> withTeam, Actor actor, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(given))
        {
            return now is null ? default : new SharedWith(now.Audience, now.TeamId);
        }
        var code = given.StartsWith(TeamPrefix, StringComparison.Ordinal) ? given[TeamPrefix.Length..] : null;
        var team = code is null ? null : await teams.ByCodeAsync(code, cancellation);
        SharedWith? wanted = given switch
        {
            "me" => new(Audience.Me, null),
            "everybody" => new(Audience.Everybody, null),
            _ when team is not null => new(Audience.Team, team.Id),
            _ => null,
        };
        if (wanted is not { } shared)
        {
            return new UnknownValue(Field, given);
        }
        // what is shared already may stay so, whoever changes something else about it
        var stays = now?.Audience == shared.Audience && now.TeamId == shared.TeamId;
        return !stays && Sharing.Refused(shared.Audience, team is null ? null : await withTeam(team), toShare, actor) is { } refused ? refused : shared;
    }

    public async Task<string> WordAsync(IShared kept, CancellationToken cancellation) =>
        kept.TeamId is { } id ? TeamPrefix + (await teams.FindAsync(id, cancellation))?.Code : Words.Of(kept.Audience);

    /// <summary>What it is called: 只有我, 桌面组, 所有服务人员.</summary>
    public async Task<string> NameAsync(IShared kept, CancellationToken cancellation) =>
        kept.TeamId is { } id && await teams.FindAsync(id, cancellation) is { } team ? NameOf(team) : texts.Of(kept.Audience);

    /// <param name="now">As it is; null for something new.</param>
    /// <param name="withTeam">Teams with which this person may share though not with all.</param>
    public async Task<IReadOnlyList<Option>> OptionsAsync(IShared? now, Permission toShare, Func<TeamCard, Task<bool>> withTeam, Actor actor, CancellationToken cancellation)
    {
        var withAll = actor.May(toShare);
        List<Option> options = [new("me", texts.Of(Audience.Me))];
        foreach (var team in await teams.AllAsync(cancellation))
        {
            if (withAll || now?.TeamId == team.Id || await withTeam(team))
            {
                options.Add(new(TeamPrefix + team.Code, NameOf(team)));
            }
        }
        if (withAll || now?.Audience == Audience.Everybody)
        {
            options.Add(new("everybody", texts.Of(Audience.Everybody)));
        }
        return options;
    }

    private static string NameOf(TeamCard team) => new Wording(team.Name, team.NameEn).ToString();
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct SharedWith(Audience Audience, Guid? TeamId);
