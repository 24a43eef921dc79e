using Fengtai.Platform.Access;
using Fengtai.Platform.Texts;
using Fengtai.Tickets.Rules;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>The views as the rail of the desk lists them, the built-in ones first.</summary>
internal sealed class QueueRail(QueueCounts counts, SavedViews saved, IStringLocalizer texts)
{
    /// <summary>As they stand on the keyboard.</summary>
    private const string Digits = "1234567890";

    /// <summary>What the queue shows; null on other pages.</summary>
    public QueueAddress? Current { get; set; }

    public async Task<IReadOnlyList<ListedView>> OfAsync(Actor actor, CancellationToken cancellation)
    {
        var found = await counts.OfAsync(actor, cancellation);
        var builtIn = QueueViews.For(actor).Select(v => (Address: new QueueAddress { View = v }, Name: texts.Of(v).Value, Icon: IconOf(v)));
        var own = (await saved.OfAsync(actor, cancellation)).Select(v => (Address: QueueAddress.Of(v.Id), v.Name, Icon: IconOf(v.Audience)));
        return
        [
            .. builtIn.Concat(own).Select((v, i) => new ListedView(v.Name, v.Address.Href)
            {
                Icon = v.Icon,
                Saved = v.Address.Saved,
                IsCurrent = Current is { } current && current.Key == v.Address.Key,
                Count = found.Of(v.Address),
                Keys = i < Digits.Length ? Digits[i..(i + 1)] : null,
            }),
        ];
    }

    private static string IconOf(QueueView view) => view switch
    {
        QueueView.New => "inbox",
        QueueView.Owned => "flag",
        QueueView.Mine => "user",
        QueueView.Team => "users-group",
        QueueView.Unassigned => "user-plus",
        QueueView.DueSoon => "hourglass",
        QueueView.Waiting => "player-pause",
        QueueView.Calls => "phone-call",
        QueueView.Watched => "eye",
        QueueView.All => "list",
    };

    private static string IconOf(Audience audience) => audience switch
    {
        Audience.Me => "filter",
        Audience.Team => "users",
        Audience.Everybody => "building",
    };
}

/// <summary>A view with its count.</summary>
public sealed record ListedView(string Name, string Href)
{
    public string Icon { get; init; } = "";

    public Guid? Saved { get; init; }

    public bool IsCurrent { get; init; }

    public TicketCount? Count { get; init; }

    public string? Keys { get; init; }
}
