using Fengtai.Platform.Access;
using System.Text.Json.Serialization;

namespace Fengtai.Platform.Events;

/// <summary>Something that happened, in the past tense. Its public properties are its data, kept for ever as JSON.</summary>
public abstract record Event
{
    /// <summary>Stable name, outliving the type: <c>accepted</c>.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>Whether those the subject belongs to (a ticket's requester) may see it. Internal unless said otherwise.</summary>
    [JsonIgnore]
    public virtual Visibility Visibility => Visibility.Internal;
}

public enum Visibility
{
    /// <summary>Staff only.</summary>
    Internal,

    /// <summary>Also the people whom the subject belongs to.</summary>
    Public,
}

/// <summary>What an event is about: its kind is the topic of live hints (<c>ticket</c>).</summary>
public readonly record struct Subject(string Kind, Guid Id);

/// <summary>An event with its circumstances.</summary>
public sealed record Occurrence<TEvent>(Subject Subject, TEvent Event, Actor Actor, DateTimeOffset At) where TEvent : Event;

/// <summary>Follows an event inside the same transaction. Keep it short: it runs before the commit.</summary>
public interface IReaction<TEvent> where TEvent : Event
{
    Task ReactAsync(Occurrence<TEvent> occurrence, Work work, CancellationToken cancellation);
}
