using Fengtai.Catalog;
using Fengtai.Identity;
using Fengtai.Platform.Texts;
using Fengtai.Platform.Ui;
using Microsoft.Extensions.Localization;

namespace Fengtai.Tickets.Desk;

/// <summary>What can be chosen in the filters of the queue?</summary>
internal sealed class QueueChoices(Teams teams, Capabilities capabilities, Categories categories, People people, IStringLocalizer texts)
{
    public async Task<QueueFilterChoices> OfAsync(QueueAddress address, CancellationToken cancellation)
    {
        var tree = await categories.TreeAsync(cancellation);
        var engineers = await capabilities.WhoMayAsync(TicketPermissions.Work, cancellation);
        var requester = address.Of("requester");
        return new(
            [.. tree.InOrder.Select(c => new Option(c.Code, tree.PathNameOf(c)))],
            [.. (await teams.AllAsync(cancellation)).Select(t => new Option(t.Code, new Wording(t.Name, t.NameEn).ToString()))],
            [new("me", texts["desk.queue.assignee.me"]), new("none", texts["desk.queue.assignee.none"]), .. engineers.Select(e => new Option(e.Login, e.Name))],
            requester is null or "me" ? null : (await people.ByLoginAsync(requester, cancellation))?.Name);
    }
}

/// <param name="Requester">The name of who is asked for.</param>
public sealed record QueueFilterChoices(IReadOnlyList<Option> Categories, IReadOnlyList<Option> Teams, IReadOnlyList<Option> Assignees, string? Requester);
