using System.Text.RegularExpressions;
using Fengtai.Identity.Admin;
using Fengtai.Platform.Access;
using Fengtai.Platform.Events;
using Fengtai.Platform.Languages;
using Fengtai.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Fengtai.Identity;

/// <summary>Creates teams, renames them, and says on which line they work.</summary>
internal sealed partial class ChangeTeams(Work work)
{
    public const string CodeUnique = "teams_code_unique";
    private const int LongestName = 40;

    public async Task<Result<Team>> CreateAsync(TeamForm form, Actor actor, CancellationToken cancellation)
    {
        var code = (form.Code ?? "").Trim().ToLowerInvariant();
        var given = Read(form);
        List<Refusal> refusals = code.Length == 0 ? [new Missing("code")] : CodeShape.IsMatch(code) && code != "new" ? [] : [new TeamCodeIsInvalid()];
        refusals.AddRange(given.Refusals);
        if (refusals.Count > 0)
        {
            return Result<Team>.Refused(refusals);
        }
        var (name, nameEn, line) = given.Value;
        var team = Team.Create(code, name, nameEn, line);
        work.Db.Add(team);
        work.Record(TeamEvent.Of(team.Id), new TeamCreated(code, name, nameEn, line), actor);
        return (await work.SaveAsync(cancellation)).Map(_ => team);
    }

    public async Task<Result<Done>> ChangeAsync(string code, TeamForm form, Actor actor, CancellationToken cancellation)
    {
        if (await work.Db.Set<Team>().SingleOrDefaultAsync(t => t.Code == code, cancellation) is not { } team)
        {
            return new NotFound();
        }
        if (form.Version != team.Version.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            return new ChangedMeanwhile();
        }
        var given = Read(form);
        if (given.IsRefused)
        {
            return Result<Done>.Refused(given.Refusals);
        }
        var (name, nameEn, line) = given.Value;
        var changes = new (string Name, string From, string To)[] { ("name", team.Name, name), ("nameEn", team.NameEn, nameEn), ("line", Word(team.Line), Word(line)) }
            .Where(c => c.From != c.To)
            .ToDictionary(c => c.Name, c => new ValueChange(c.From, c.To));
        if (changes.Count > 0)
        {
            team.Describe(name, nameEn, line);
            work.Record(TeamEvent.Of(team.Id), new TeamChanged(changes), actor);
        }
        return await work.SaveAsync(cancellation);
    }

    private static Result<(string Name, string NameEn, TeamLine Line)> Read(TeamForm form)
    {
        var texts = new GivenTexts();
        var name = texts.Line("teamName", form.TeamName, LongestName, required: true);
        var nameEn = texts.Line("nameEn", form.NameEn, LongestName);
        List<Refusal> refusals = [.. texts.Refusals];
        TeamLine? line = form.Line switch
        {
            "first" => TeamLine.First,
            "second" => TeamLine.Second,
            "third" => TeamLine.Third,
            _ => null,
        };
        if (line is null)
        {
            refusals.Add(new UnknownValue("line", form.Line ?? ""));
        }
        return refusals.Count > 0 ? Result<(string, string, TeamLine)>.Refused(refusals) : (name, nameEn.Length > 0 ? nameEn : name, line!.Value);
    }

    private static string Word(TeamLine line) => line.ToString().ToLowerInvariant();

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,39}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeShape { get; }
}

internal sealed record TeamCodeIsInvalid : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "code";
}

internal sealed record TeamCodeIsTaken : Refusal
{
    public override string? Field => "code";
}
