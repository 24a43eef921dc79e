using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;
using Fengtai.Tickets.Rules;
using Fengtai.Tickets.Templates;

namespace Fengtai.Tickets;

/// <summary>Brings templates in whole, as a demonstration does. One that the rules would refuse is a bug of its teller, and throws.</summary>
public sealed class BringTemplates(FengtaiDb db)
{
    /// <summary>Within the context's transaction, where there is one.</summary>
    public async Task AddAsync(IEnumerable<ToldTemplate> told, DateTimeOffset at, CancellationToken cancellation)
    {
        var templates = told.Select(t => Of(t, at)).ToList();
        await db.CopyAsync(templates, cancellation);
        await db.CopyAsync(templates.Select(t => EventRow.Of(new(TemplateEvent.SubjectKind, t.Id), new TemplateCreated(t.Name, t.Body, t.Audience, t.TeamId), Actor.System, at)), cancellation);
    }

    private static Template Of(ToldTemplate told, DateTimeOffset at)
    {
        if (Placeholders.Check("text", told.Text) is [var wrong, ..])
        {
            throw new InvalidOperationException($"{told.Name}: {wrong}");
        }
        return new()
        {
            Id = Guid.CreateVersion7(at),
            OwnerId = told.OwnerId,
            Name = told.Name,
            Body = told.Text,
            Audience = told.TeamId is null ? Audience.Everybody : Audience.Team,
            TeamId = told.TeamId,
            CreatedAt = at,
        };
    }
}

/// <param name="TeamId">The team it is shared with; without one, everybody has it.</param>
public sealed record ToldTemplate(string Name, string Text, Guid OwnerId, Guid? TeamId = null);
