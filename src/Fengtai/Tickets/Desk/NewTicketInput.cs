using Fengtai.Catalog;
using Microsoft.Extensions.Primitives;

namespace Fengtai.Tickets.Desk;

/// <summary>What was typed into the form for a new ticket, as it was typed.</summary>
public sealed record NewTicketInput
{
    /// <summary>The id that the ticket gets: a form that is sent twice opens one ticket.</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    /// <summary>The person as typed; <see cref="Requester"/> is the login of who was chosen.</summary>
    public string? Person { get; init; }

    public string? Requester { get; init; }

    public string? Reporter { get; init; }

    public string? ReportedBy { get; init; }

    public string? Channel { get; init; }

    public string? Subject { get; init; }

    public string? Description { get; init; }

    /// <summary>The category as typed; <see cref="Category"/> is the code of what was chosen.</summary>
    public string? CategoryText { get; init; }

    public string? Category { get; init; }

    public string? Type { get; init; }

    public string? Contact { get; init; }

    public string? Place { get; init; }

    public string? Impact { get; init; }

    public string? Urgency { get; init; }

    /// <summary>A word of <see cref="NewTicketEnd"/>.</summary>
    public string? End { get; init; }

    public string? OpenedAt { get; init; }

    public string? StartedAt { get; init; }

    public string? ResolvedAt { get; init; }

    public string? Solution { get; init; }

    public string? Cause { get; init; }

    public string? Tested { get; init; }

    /// <summary>Answers to the category's form, by field key.</summary>
    public IReadOnlyDictionary<string, string[]> Answers { get; init; } = new Dictionary<string, string[]>();

    /// <param name="posted">A form, or the query of an address that fills in the form.</param>
    internal static NewTicketInput Of(Func<string, StringValues> posted) => new()
    {
        Key = Guid.TryParse(posted("key"), out var key) && key != Guid.Empty ? key : Guid.CreateVersion7(),
        Person = posted("person"),
        Requester = posted("requester"),
        Reporter = posted("reporter"),
        ReportedBy = posted("reportedBy"),
        Channel = posted("channel"),
        Subject = posted("subject"),
        Description = posted("description"),
        CategoryText = posted("categoryText"),
        Category = posted("category"),
        Type = posted("type"),
        Contact = posted("contact"),
        Place = posted("place"),
        Impact = posted("impact"),
        Urgency = posted("urgency"),
        End = posted("end"),
        OpenedAt = posted("openedAt"),
        StartedAt = posted("startedAt"),
        ResolvedAt = posted("resolvedAt"),
        Solution = posted("solution"),
        Cause = posted("cause"),
        Tested = posted("tested"),
    };

    internal static NewTicketInput Of(IFormCollection form) => Of(name => form[name]) with { Answers = PostedAnswers.From(form) };
}

/// <summary>How the desk leaves the form.</summary>
[Platform.Texts.TextKeys("desk.new.end")]
public enum NewTicketEnd
{
    /// <summary>受理: it is mine now, and work on it follows.</summary>
    Accept,

    /// <summary>一次性解决: the user has heard the solution and says that it works.</summary>
    Solved,

    /// <summary>补录: it was done before; the times are the real ones.</summary>
    Afterwards,

    /// <summary>提交: the desk takes it up.</summary>
    File,
}
