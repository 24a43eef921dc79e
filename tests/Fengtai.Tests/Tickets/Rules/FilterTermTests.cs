using Fengtai.Platform.Refusals;
using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

/// <summary>Filters as they are written in addresses.</summary>
public sealed class FilterTermTests
{
    [Theory]
    [InlineData("status=new,waiting", "status=new,waiting")]
    [InlineData("status=new&status=waiting&status=new", "status=new,waiting")]
    [InlineData("-status=closed&status=open", "status=open&-status=closed")]
    [InlineData("priority=high&status=open", "status=open&priority=high")]
    [InlineData("status=all", "")]
    [InlineData("status=", "")]
    [InlineData("status=,", "")]
    [InlineData("view=mine&sort=priority&after=x&colour=red", "")]
    [InlineData("q=a,b", "q=a,b")]
    [InlineData("-q=%E6%89%93%E5%8D%B0", "-q=%E6%89%93%E5%8D%B0")]
    [InlineData("department=IT,%20Berlin&department=HR", "department=IT,%20Berlin&department=HR")]
    [InlineData("opened=2026-03-01..2026-03-05", "opened=2026-03-01..2026-03-05")]
    [InlineData("opened=2026-03-01T08:00:00Z..", "opened=2026-03-01T08:00:00Z..")]
    [InlineData("q=1%2B1%3D2%26more", "q=1%2B1%3D2%26more")]
    [InlineData("q=a+b", "q=a%20b")]
    [InlineData("?assignee=me,none,myTeams", "assignee=me,none,myTeams")]
    public void EveryFilter_HasOneSpelling(string given, string written)
    {
        var terms = FilterTexts.Read(given);
        Assert.Equal(written, FilterTexts.Write(terms.SelectMany(t => t.Parameters)));
        Assert.Equal(terms, FilterTexts.Read(written));
    }

    [Theory]
    [InlineData("status=open,closed,new")]
    [InlineData("-status=waiting")]
    [InlineData("vip=yes")]
    [InlineData("-vip=yes")]
    [InlineData("unanswered=no")]
    [InlineData("impact=high,none")]
    [InlineData("-waitReason=user,supplier")]
    [InlineData("category=none")]
    [InlineData("closed=none")]
    [InlineData("-resolved=none")]
    [InlineData("due=missed")]
    [InlineData("opened=last90Days")]
    [InlineData("requester=anything.goes.here")]
    public void Known_IsNotRefused(string given) => Assert.Empty(FilterTexts.Read(given).SelectMany(t => t.Refusals()));

    [Theory]
    [InlineData("status=nonsense", "status", "nonsense")]
    [InlineData("-status=New", "-status", "New")]
    [InlineData("status=none", "status", "none")]
    [InlineData("priority=1", "priority", "1")]
    [InlineData("type=incident,nope", "type", "nope")]
    [InlineData("vip=maybe", "vip", "maybe")]
    [InlineData("vip=yes,no", "vip", "yes")]
    [InlineData("opened=none", "opened", "none")]
    [InlineData("opened=missed", "opened", "missed")]
    [InlineData("opened=today,yesterday", "opened", "today")]
    [InlineData("-closed=2026-02-30", "-closed", "2026-02-30")]
    [InlineData("requester=none", "requester", "none")]
    public void Unknown_IsRefused_NamingTheParameter(string given, string name, string value) =>
        Assert.Equal(new UnknownValue(name, value), FilterTexts.Read(given).SelectMany(t => t.Refusals()).First());

    [Fact]
    public void TooManyValues_AreRefused() =>
        Assert.Equal(
            new TooManyValues("-team", FilterTerm.MostValues),
            FilterTexts.Read("-team=" + string.Join(',', Enumerable.Range(0, FilterTerm.MostValues + 1))).SelectMany(t => t.Refusals()).Single());

    /// <summary>What lists of open tickets may rely on: they then read the small part of the table that is open.</summary>
    [Theory]
    [InlineData("open", false, true)]
    [InlineData("new,waiting", false, true)]
    [InlineData("closed", false, false)]
    [InlineData("open,closed", false, false)]
    [InlineData("closed", true, true)]
    [InlineData("new", true, false)]
    [InlineData("closed,cancelled", true, true)]
    public void Status_MeansOpen_WhereNothingElseIsLeft(string words, bool isNot, bool expected) =>
        Assert.Equal(expected, (InStatus.Read(words.Split(',')) with { IsNot = isNot }).MeansOpen);

    [Fact]
    public void EveryField_HasANameOfItsOwn_ThatIsFoundAgain() =>
        Assert.All(FilterFields.All, f => Assert.Equal(f, FilterTerm.FieldOf(FilterTerm.NameOf(f, isNot: true))));
}
