using Fengtai.Platform.Access;
using Microsoft.AspNetCore.SignalR;

namespace Fengtai.Platform.Live;

/// <summary>How much of a topic an actor may be told of.</summary>
public enum Sight
{
    /// <summary>Nothing, as if it did not exist.</summary>
    None,

    /// <summary>Only what is public.</summary>
    PublicOnly,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>A practice's rule for watching its subjects.</summary>
public interface ITopicRule
{
    /// <summary>The subject kind it speaks for.</summary>
    string SubjectKind { get; }

    /// <param name="subject">One subject, or null for all subjects of this kind.</param>
    Task<Sight> SightAsync(Actor actor, Guid? subject, CancellationToken cancellation);
}

/// <summary>Open pages name the topics they show: <c>ticket</c> (all) or <c>ticket:ID</c>. Each is checked against its rule.</summary>
public sealed class LiveHub(IEnumerable<ITopicRule> rules, IEnumerable<ITopicPresence> presences) : Hub
{
    /// <summary>More than any page shows.</summary>
    private const int MostTopics = 20;

    public Task Watch(string[] topics) => UntilLeftAsync(() => WatchAsync(topics, Context.GetHttpContext()!.Actor()));

    /// <summary>This page shows one subject; an empty topic says that it shows none.</summary>
    public Task Come(string topic) => UntilLeftAsync(() => ComeAsync(topic, Context.GetHttpContext()!.Actor()));

    /// <summary>Somebody is typing on this page, or has stopped.</summary>
    public Task Write(bool isWriting) => UntilLeftAsync(async () =>
    {
        foreach (var presence in presences)
        {
            await presence.WriteAsync(Context.ConnectionId, isWriting, Context.ConnectionAborted);
        }
    });

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        foreach (var presence in presences)
        {
            await presence.GoAsync(Context.ConnectionId);
        }
    }

    private async Task UntilLeftAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (Context.ConnectionAborted.IsCancellationRequested)
        {
            // the page was left before it was told anything
        }
    }

    private async Task ComeAsync(string topic, Actor actor)
    {
        var (kind, id) = topic.Split(':', 2) is [var named, var last] && Guid.TryParse(last, out var subject) ? (named, subject) : ("", Guid.Empty);
        foreach (var presence in presences)
        {
            var isThere = kind == presence.SubjectKind
                && rules.FirstOrDefault(r => r.SubjectKind == kind) is { } rule
                && await rule.SightAsync(actor, id, Context.ConnectionAborted) == Sight.All;
            await (isThere ? presence.ComeAsync(new(Context.ConnectionId, id, actor), Context.ConnectionAborted) : presence.GoAsync(Context.ConnectionId));
        }
    }

    private async Task WatchAsync(string[] topics, Actor actor)
    {
        foreach (var topic in topics.Take(MostTopics))
        {
            var parts = topic.Split(':', 2);
            if (rules.FirstOrDefault(r => r.SubjectKind == parts[0]) is not { } rule || parts.Length == 2 && !Guid.TryParse(parts[1], out _))
            {
                continue;
            }
            var sight = await rule.SightAsync(actor, parts.Length == 2 ? Guid.Parse(parts[1]) : null, Context.ConnectionAborted);
            if (sight != Sight.None)
            {
                await Groups.AddToGroupAsync(Context.ConnectionId, Group(topic, sight == Sight.PublicOnly), Context.ConnectionAborted);
            }
        }
    }

    internal static string Group(string topic, bool publicOnly) => publicOnly ? topic + "!public" : topic;
}
