using Fengtai.Platform.Access;
using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;

namespace Fengtai.Tickets.Desk.Board;

/// <summary>What does the board show at this address, to this actor?</summary>
internal sealed class Boards(TicketFilters filters, BoardCounts counts, BoardMemory memory, BoardNames names, TimeProvider time)
{
    public async Task<Result<BoardModel>> AskAsync(IQueryCollection query, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var address = Read(query);
        var words = address.Period;
        if (Unknown(query) is { Count: > 0 } unknown)
        {
            return Result<BoardModel>.Refused(unknown);
        }
        if (BoardPeriod.Read(words, now, actor.Zone) is not { } period)
        {
            return new UnknownValue(BoardAddress.PeriodName, words);
        }
        var filter = await filters.ReadAsync(address.Terms, actor, cancellation);
        if (filter.IsRefused)
        {
            return Result<BoardModel>.Refused(filter.Refusals);
        }
        // whoever asks first counts for the others, too, and does not stop for going away
        var numbers = await memory.OfAsync(Question(address, period, actor), () => counts.OfAsync(filter.Value, period, actor, CancellationToken.None));
        return numbers.IsRefused ? Result<BoardModel>.Refused(numbers.Refusals) : await names.OfAsync(address, period, numbers.Value, actor, cancellation);
    }

    /// <summary>As far as it can be understood.</summary>
    public static BoardAddress Read(IQueryCollection query) => new()
    {
        Terms = [.. FilterTerm.Read(TicketFilters.Parameters(query)).Where(t => BoardAddress.Fields.Contains(t.Field))],
        Period = query[BoardAddress.PeriodName].ToString() is { Length: > 0 } period ? period : BoardPeriod.Usual,
    };

    /// <summary>A filter that lists know and the board does not would be passed over in silence.</summary>
    private static IReadOnlyList<Refusal> Unknown(IQueryCollection query) =>
    [
        .. TicketFilters.Unknown(query),
        // a site is written as people write, commas and all, so a form cannot tell one from two
        .. FilterTerm.Read(TicketFilters.Parameters(query)).Where(t => t is { Field: FilterField.Site, Values.Count: > 1 }).Select(t => new TooManyValues(t.Name, 1)),
        .. query.Keys.Where(k => FilterTerm.FieldOf(k) is { } field && !BoardAddress.Fields.Contains(field)).Select(k => new UnknownValue(k, query[k].ToString())),
    ];

    /// <summary>Everything that the numbers depend on. Who sees every ticket sees the same numbers.</summary>
    private static string Question(BoardAddress address, BoardPeriod period, Actor actor)
    {
        var isPersonal = !actor.May(TicketPermissions.ReadAll) || address.Terms.Any(t => t.Has(FilterFields.MyTeams) || t.Has(FilterFields.Mine));
        return string.Join('\n', isPersonal ? $"{actor.Id} {string.Join(' ', actor.Teams.Order())}" : "", address.Href, period.Text, actor.Zone.Id);
    }
}
