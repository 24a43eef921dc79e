using System.Text.Json;

namespace Fengtai.Audit.Rules;

/// <summary>What an event's data say, as flat lines: what changed from what to what, and facts.</summary>
internal static class EventDetails
{
    public static IReadOnlyList<EventDetail> Of(string data, string kind)
    {
        using var json = JsonDocument.Parse(data);
        var all = new List<EventDetail>();
        Visit(kind, json.RootElement, all);
        return all;
    }

    private static void Visit(string name, JsonElement value, List<EventDetail> into)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("from", out var from) && value.TryGetProperty("to", out var to):
                Change(IsCell(name) ? CellName(value) : name, from, to, into);
                if (!IsCell(name))
                {
                    VisitAll(value, into);
                }
                break;
            case JsonValueKind.Object:
                VisitAll(value, into);
                break;
            case JsonValueKind.Array when value.EnumerateArray().Any(v => v.ValueKind is JsonValueKind.Object):
                foreach (var item in value.EnumerateArray())
                {
                    Visit(name, item, into);
                }
                break;
            default:
                if (Values(value) is { Count: > 0 } said)
                {
                    into.Add(new(name, null, said));
                }
                break;
        }
    }

    private static void VisitAll(JsonElement value, List<EventDetail> into)
    {
        var isChange = value.TryGetProperty("from", out _) && value.TryGetProperty("to", out _);
        foreach (var member in value.EnumerateObject().Where(m => !isChange || m.Name is not ("from" or "to")))
        {
            Visit(member.Name, member.Value, into);
        }
    }

    private static void Change(string name, JsonElement from, JsonElement to, List<EventDetail> into)
    {
        if (from.ValueKind is JsonValueKind.Object || to.ValueKind is JsonValueKind.Object)
        {
            foreach (var member in Members(from).Union(Members(to)))
            {
                Change(member, Member(from, member), Member(to, member), into);
            }
            return;
        }
        var (was, now) = (Values(from), Values(to));
        if (!was.SequenceEqual(now))
        {
            into.Add(new(name, was, now));
        }
    }

    /// <summary>A change in a table is called by its place there: what else it says of itself.</summary>
    private static bool IsCell(string name) => name == "cells";

    private static string CellName(JsonElement change) =>
        string.Join('-', change.EnumerateObject().Where(m => m.Name is not ("from" or "to")).Select(m => m.Value.ToString()));

    private static IEnumerable<string> Members(JsonElement value) => value.ValueKind is JsonValueKind.Object ? value.EnumerateObject().Select(m => m.Name) : [];

    private static JsonElement Member(JsonElement value, string name) => value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    private static IReadOnlyList<string> Values(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Values)],
        JsonValueKind.Object => [.. value.EnumerateObject().SelectMany(m => Values(m.Value))],
        JsonValueKind.True => ["true"],
        JsonValueKind.False => ["false"],
        _ => value.ToString() is { Length: > 0 } text ? [text] : [],
    };
}

/// <param name="Name">Of the member of the data; of the event itself where that is all it says.</param>
/// <param name="From">Null where it is a fact and no change; empty where there was nothing before.</param>
internal sealed record EventDetail(string Name, IReadOnlyList<string>? From, IReadOnlyList<string> To);
