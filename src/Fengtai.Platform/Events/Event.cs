using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Fengtai.Platform.Access;
using Fengtai.Platform.Http;

namespace Fengtai.Platform.Events;

/// <summary>Something that happened, in the past tense. Its public properties are its data, kept for ever as JSON.</summary>
public abstract record Event
{
    /// <summary>Stable name, outliving the type: <c>accepted</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether those the subject belongs to (a ticket's requester) may see it. Internal unless said otherwise.</summary>
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

/// <summary>How events are kept: their own data, without what the row says of them.</summary>
internal static class EventData
{
    public static readonly JsonSerializerOptions Options = new(Json.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTheRow } } };

    private static void LeaveOutTheRow(JsonTypeInfo type)
    {
        if (type.Type.IsSubclassOf(typeof(Event)))
        {
            foreach (var property in type.Properties.Where(p => p.Name is "kind" or "visibility").ToList())
            {
                type.Properties.Remove(property);
            }
        }
    }
}
