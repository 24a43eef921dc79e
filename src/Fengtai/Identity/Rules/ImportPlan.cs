using Fengtai.Identity.Admin;
using Fengtai.Platform.Refusals;

namespace Fengtai.Identity.Rules;

/// <summary>What each row of a table of people would do, given who is there already.</summary>
internal static class ImportPlan
{
    public static IReadOnlyList<PlannedRow> Make(PeopleTable table, IEnumerable<TableRow> rows, PresentPeople present, IReadOnlyDictionary<string, string> roleWords)
    {
        var seen = new SeenRows();
        return [.. rows.Select(row => Plan(table, row, present, roleWords, seen))];
    }

    private static PlannedRow Plan(PeopleTable table, TableRow row, PresentPeople present, IReadOnlyDictionary<string, string> roleWords, SeenRows seen)
    {
        var staffNumber = table.Filled(row, "staffNumber");
        var typed = table.Filled(row, "login");
        var now = typed is null && staffNumber is not null ? present.ByStaffNumber(staffNumber) : typed is null ? null : present.ByLogin(typed.ToLowerInvariant());
        var login = now is null ? LoginRule.Read(typed ?? staffNumber) : now.Login;
        var details = GivenDetails.Read(table.Form(row, now?.Details));
        var roles = Roles(table.Cell(row, "roles"), now, roleWords);
        List<Refusal> refusals = [.. login.Refusals, .. details.Refusals, .. roles.Refusals];
        if (refusals.Count == 0)
        {
            refusals.AddRange(Clashes(login.Value, details.Value, now, present, seen, row.Line));
        }
        var name = details.IsRefused ? table.Cell(row, "name") ?? "" : details.Value.Name;
        if (refusals.Count > 0)
        {
            return new(row.Line, RowFate.Refused, typed ?? staffNumber ?? "", name, null, null, null, new Dictionary<string, ValueChange>(), refusals);
        }
        var changes = now is null ? new Dictionary<string, ValueChange>() : GivenDetails.Changes(now.Details, details.Value);
        var rolesDiffer = now is not null && !now.Roles.SequenceEqual(roles.Value);
        var fate = now is null ? RowFate.New : changes.Count > 0 || rolesDiffer ? RowFate.Changed : RowFate.Same;
        if (rolesDiffer)
        {
            changes["roles"] = new(string.Join(' ', now!.Roles), string.Join(' ', roles.Value));
        }
        return new(row.Line, fate, login.Value, name, now?.Id, details.Value, roles.Value, changes, []);
    }

    private static IEnumerable<Refusal> Clashes(string login, PersonDetails details, PresentPerson? now, PresentPeople present, SeenRows seen, int line)
    {
        if (seen.Logins.TryGetValue(login, out var earlier) || details.StaffNumber is { } same && seen.StaffNumbers.TryGetValue(same, out earlier))
        {
            yield return new PersonIsThereTwice(earlier);
            yield break;
        }
        seen.Logins[login] = line;
        if (details.StaffNumber is not { } number)
        {
            yield break;
        }
        seen.StaffNumbers[number] = line;
        if (present.ByStaffNumber(number) is { } owner && owner.Id != now?.Id)
        {
            yield return new StaffNumberIsTaken();
        }
    }

    /// <summary>Without a word about roles they stay as they are, and new people are users. A table neither makes nor unmakes administrators.</summary>
    private static Result<string[]> Roles(string? cell, PresentPerson? now, IReadOnlyDictionary<string, string> words)
    {
        var before = now?.Roles ?? [Identity.Roles.User];
        if (string.IsNullOrEmpty(cell))
        {
            return before;
        }
        var roles = new List<string>();
        foreach (var word in cell.Split([',', '，', '、', ';', '；', '/', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!words.TryGetValue(word.ToLowerInvariant(), out var role))
            {
                return new UnknownValue("roles", word);
            }
            roles.Add(role);
        }
        return roles.Contains(Identity.Roles.Administrator) == before.Contains(Identity.Roles.Administrator)
            ? Identity.Roles.All.Intersect(roles).ToArray()
            : new AdministratorsAreMadeByHand();
    }

    private sealed class SeenRows
    {
        public Dictionary<string, int> Logins { get; } = [];

        public Dictionary<string, int> StaffNumbers { get; } = [];
    }
}

/// <summary>Somebody who is there before the import.</summary>
internal sealed record PresentPerson(Guid Id, string Login, PersonDetails Details, string[] Roles);

/// <summary>Those whom a table may mean.</summary>
internal sealed class PresentPeople(IEnumerable<PresentPerson> people)
{
    private readonly Dictionary<string, PresentPerson> _byLogin = people.ToDictionary(p => p.Login);
    private readonly Dictionary<string, PresentPerson> _byStaffNumber = people.Where(p => p.Details.StaffNumber is not null).ToDictionary(p => p.Details.StaffNumber!);

    public PresentPerson? ByLogin(string login) => _byLogin.GetValueOrDefault(login);

    public PresentPerson? ByStaffNumber(string number) => _byStaffNumber.GetValueOrDefault(number);
}

/// <param name="Line">The line in the file.</param>
/// <param name="Person">Who is changed; null for who is new or refused.</param>
internal sealed record PlannedRow(
    int Line, RowFate Fate, string Login, string Name, Guid? Person, PersonDetails? Details, string[]? Roles, IReadOnlyDictionary<string, ValueChange> Changes, IReadOnlyList<Refusal> Refusals);

internal sealed record PersonIsThereTwice(int Line) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override object[] Arguments => [Line];
}

/// <summary>Who administers is decided on the page of the person, one by one.</summary>
internal sealed record AdministratorsAreMadeByHand : Refusal
{
    public override string? Field => "roles";
}
