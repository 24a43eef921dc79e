using Fengtai.Platform.Ui;
using Xunit;

namespace Fengtai.Tests.Ui;

/// <summary>Nothing that was typed is lost, and nothing that others changed is taken back unseen.</summary>
public sealed class ThreeWayTests
{
    [Theory]
    [InlineData("a", "a", "a", "a", null)]
    [InlineData("a", "a", "mine", "mine", null)]
    [InlineData("a", "theirs", "a", "theirs", "a → theirs")]
    [InlineData("a", "theirs", "mine", "mine", "a → theirs (mine)")]
    [InlineData("a", "same", "same", "same", "a → same")]
    [InlineData(null, "stored", "mine", "mine", " → stored (mine)")]
    public void WhatTheFormShows_AndWhatItTells(string? shown, string stored, string typed, string merged, string? told)
    {
        var basis = shown is null ? [] : Of(shown);

        Assert.Equal(merged, ThreeWay.Merged(basis, Of(stored), Of(typed))["x"]);
        Assert.Equal(told, ThreeWay.Changes(basis, Of(stored), Of(typed)).Select(c => $"{c.Was} → {c.Now}{(c.Typed is null ? "" : $" ({c.Typed})")}").SingleOrDefault());
    }

    private static Dictionary<string, string> Of(string value) => new() { ["x"] = value };
}
