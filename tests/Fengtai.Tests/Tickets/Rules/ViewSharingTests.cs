using Fengtai.Platform.Access;
using Fengtai.Tickets;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>Who sees and who changes a saved view.</summary>
public sealed class ViewSharingTests
{
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly Guid Team = Guid.NewGuid();

    [Theory]
    [InlineData("me", "owner", true, true)]
    [InlineData("me", "colleague", false, false)]
    [InlineData("me", "lead", false, false)]
    [InlineData("team", "owner", true, true)]
    [InlineData("team", "colleague", true, false)]
    [InlineData("team", "stranger", false, false)]
    [InlineData("team", "lead", false, false)]
    [InlineData("team", "lead of the team", true, true)]
    [InlineData("everybody", "stranger", true, false)]
    [InlineData("everybody", "lead", true, true)]
    [InlineData("everybody", "user", false, false)]
    [InlineData("me", "owner who is no longer staff", false, false)]
    public void ViewIsSeenAndChanged_ByTheRightPeople(string audience, string who, bool sees, bool changes)
    {
        var view = new SavedView { OwnerId = Owner, Audience = Enum.Parse<Audience>(audience, true), TeamId = audience == "team" ? Team : null };
        Assert.Equal((sees, changes), (Sharing.MaySee(view, Somebody(who)), Sharing.MayChange(view, Somebody(who))));
    }

    [Theory]
    [InlineData("stranger", "me", null)]
    [InlineData("colleague", "team", null)]
    [InlineData("stranger", "team", "viewIsSharedWithOwnTeamsOnly")]
    [InlineData("lead", "team", null)]
    [InlineData("colleague", "everybody", "notAllowed")]
    [InlineData("lead", "everybody", null)]
    public void Sharing_IsRefusedToTheOthers(string who, string audience, string? refusal) =>
        Assert.Equal(refusal, Sharing.Refused(Enum.Parse<Audience>(audience, true), ViewInputs.WithTeam(Team, Somebody(who)), TicketPermissions.ShareViews, Somebody(who))?.Code);

    private static Actor Somebody(string who) => new()
    {
        Id = who.StartsWith("owner", StringComparison.Ordinal) ? Owner : Guid.NewGuid(),
        Teams = who is "colleague" or "lead of the team" ? [Team] : [],
        Permissions = who switch
        {
            "user" or "owner who is no longer staff" => [],
            "lead" or "lead of the team" => [TicketPermissions.Staff, TicketPermissions.ShareViews],
            _ => [TicketPermissions.Staff],
        },
    };
}
