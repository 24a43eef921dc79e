using Fengtai.Tickets.Rules;
using Xunit;

namespace Fengtai.Tests.Tickets.Rules;

public sealed class OvertakingTests
{
    [Theory]
    // kind, public, own: told to who answers, to who acts, to who changes properties
    [InlineData("note", true, false, true, true, true)]
    [InlineData("note", false, false, false, true, true)]
    [InlineData("note", true, true, false, false, false)]
    [InlineData("resolved", true, false, true, true, true)]
    [InlineData("resolved", true, true, false, false, false)]
    [InlineData("waiting", true, false, true, true, true)]
    [InlineData("claimed", false, false, true, true, true)]
    [InlineData("claimed", false, true, false, false, true)]
    [InlineData("classified", false, false, false, true, true)]
    [InlineData("classified", false, true, false, false, true)]
    [InlineData("assigned", false, false, false, true, true)]
    [InlineData("firstResponse", true, false, false, false, false)]
    [InlineData("noReplyNeeded", false, false, false, false, false)]
    [InlineData("rated", true, false, false, false, false)]
    [InlineData("somethingOfAHigherPractice", false, false, false, true, true)]
    public void WhatOthersDid_IsToldToWhoMustKnow(string kind, bool isPublic, bool isOwn, bool answers, bool acts, bool changes)
    {
        var happened = new Happening(1, kind, isPublic, isOwn);
        Assert.False(happened.IsNews(Minds.Nothing));
        Assert.Equal((answers, acts, changes), (happened.IsNews(Minds.Conversation), happened.IsNews(Minds.Acts), happened.IsNews(Minds.Changes)));
    }
}
