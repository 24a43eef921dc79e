using System.Text.Json.Nodes;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Macros;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets;

/// <summary>Brings macros in whole, as a demonstration does. One that the rules would refuse is a bug of its teller, and throws.</summary>
public sealed class BringMacros(FengtaiDb db)
{
    /// <summary>Within the context's transaction, where there is one.</summary>
    public async Task AddAsync(IEnumerable<ToldMacro> told, DateTimeOffset at, CancellationToken cancellation)
    {
        var macros = told.Select(t => Of(t, at)).ToList();
        await db.CopyAsync(macros, cancellation);
        await db.CopyAsync(
            macros.Select(m => EventRow.Of(new(MacroEvent.SubjectKind, m.Id), new MacroCreated(m.Name, [.. MacroSteps.Of(m).Select(MacroSteps.ActOf)], m.Audience, m.TeamId), Actor.System, at)),
            cancellation);
    }

    private static Macro Of(ToldMacro told, DateTimeOffset at)
    {
        var steps = told.Steps.Select(s => new MacroStep(s.Act, new JsonObject(s.Input.Select(i => KeyValuePair.Create(i.Member, (JsonNode?)i.Value))), s.InDays)).ToList();
        if (MacroInputs.Wrong(steps).FirstOrDefault() is { } wrong)
        {
            throw new InvalidOperationException($"{told.Name}: {wrong}");
        }
        return new()
        {
            Id = Guid.CreateVersion7(at),
            OwnerId = told.OwnerId,
            Name = told.Name,
            Steps = MacroSteps.Write(steps),
            Audience = told.TeamId is null ? Audience.Everybody : Audience.Team,
            TeamId = told.TeamId,
            CreatedAt = at,
        };
    }
}

/// <param name="TeamId">The team it is shared with; without one, everybody has it.</param>
public sealed record ToldMacro(string Name, Guid OwnerId, Guid? TeamId, params IReadOnlyList<ToldStep> Steps);

/// <param name="Act">As the API calls it.</param>
/// <param name="InDays">Of a wait.</param>
public sealed record ToldStep(string Act, int? InDays = null)
{
    public IReadOnlyList<(string Member, string Value)> Input { get; init; } = [];

    public static ToldStep Of(string act, params IReadOnlyList<(string Member, string Value)> input) => new(act) { Input = input };
}
