using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Platform.Http;

namespace Fengtai.Tickets;

/// <summary>The answers on a ticket, kept with the questions as they were asked.</summary>
internal static class TicketAnswers
{
    public static string Write(FormAnswers answers) => JsonSerializer.Serialize(answers.Given, Json.Options);

    /// <summary>Ids of the files that answer questions.</summary>
    public static IEnumerable<Guid> FilesIn(IEnumerable<GivenAnswer> answers) => answers.Where(a => a.Kind == FieldKind.Files).SelectMany(a => a.Strings).Select(Guid.Parse);

    public static FormAnswers Read(Ticket ticket) =>
        new(JsonSerializer.Deserialize<List<GivenAnswer>>(ticket.Answers, Json.Options) ?? [], ticket.MissingAnswers);
}

/// <summary>How long texts may be, in characters.</summary>
public static class TicketLimits
{
    public const int Subject = 200;
    public const int Description = 20_000;
    public const int Note = 20_000;
    public const int Reason = 2_000;
    public const int Promise = 500;
    public const int Contact = 200;
    public const int Place = 200;
}
