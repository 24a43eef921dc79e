using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fengtai.Platform.Events;
using Fengtai.Platform.Practices;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace Fengtai.Tests.Texts;

/// <summary>Whatever can happen, the auditor reads it in words: each event has an <see cref="AuditedKind"/> that names it, what it says, and its enumerations.</summary>
public sealed class AuditedWordsTests(App app) : IClassFixture<App>
{
    private static readonly Assembly[] Assemblies = [typeof(Practice).Assembly, typeof(Program).Assembly];

    [Fact]
    public async Task EveryEvent_HasItsWords()
    {
        var wrong = await app.RunAsync(services =>
        {
            var (kinds, texts) = (services.GetServices<AuditedKind>().ToList(), services.GetRequiredService<IStringLocalizer>());
            return Task.FromResult(Events().SelectMany(e => Missing(e.Kind, e.Type, kinds, texts)).ToList());
        });

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task EverySubjectKind_HasItsWord() => await app.RunAsync(services =>
    {
        var texts = services.GetRequiredService<IStringLocalizer>();
        Assert.Empty(services.GetServices<AuditedKind>().Where(k => texts[$"audit.subject.{k.SubjectKind}"].ResourceNotFound).Select(k => k.SubjectKind));
        return Task.FromResult(true);
    });

    private static IEnumerable<string> Missing(string kind, Type type, List<AuditedKind> kinds, IStringLocalizer texts)
    {
        if (kinds.SingleOrDefault(k => k.EventKinds.Contains(kind)) is not { } audited)
        {
            return [$"{type.Name}: no AuditedKind lists {kind}"];
        }
        return new[] { audited.EventKey(kind) }
            .Concat(Members(type, kind).SelectMany(m => Keys(audited, kind, m.Name, m.Type)))
            .Where(key => texts[key].ResourceNotFound)
            .Select(key => $"{type.Name}: {key}");
    }

    private static IEnumerable<string> Keys(AuditedKind audited, string kind, string member, Type type)
    {
        if (audited.LabelKey(kind, member) is { } label)
        {
            yield return label;
        }
        foreach (var value in type.IsEnum ? Enum.GetNames(type) : [])
        {
            yield return audited.WordKey(kind, member, JsonNamingPolicy.CamelCase.ConvertName(value)) ?? $"no word for {member} {value}";
        }
    }

    /// <summary>The leaves of the data, as EventDetails finds them; changes by the name of a detail only say their names when they happen.</summary>
    private static IEnumerable<(string Name, Type Type)> Members(Type type, string name)
    {
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null && p.Name is not ("Kind" or "Visibility") | !type.IsSubclassOf(typeof(Event)) && p.Name != "EqualityContract")
            .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType);
        var isChange = members.ContainsKey("from") && members.ContainsKey("to");
        return members.SelectMany(m => Leaves(isChange && m.Key is "from" or "to" && isChange ? name : m.Key, m.Value));
    }

    private static IEnumerable<(string Name, Type Type)> Leaves(string name, Type type) => type switch
    {
        _ when name == "cells" => [],
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => [],
        { IsGenericType: true } => Leaves(name, type.GetGenericArguments()[0]),
        _ when type.Namespace?.StartsWith("Fengtai", StringComparison.Ordinal) == true && !type.IsEnum => Members(type, name),
        _ => [(name, type)],
    };

    private static IEnumerable<(string Kind, Type Type)> Events() => Assemblies.SelectMany(a => a.GetTypes())
        .Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract)
        .Select(t => (((Event)RuntimeHelpers.GetUninitializedObject(t)).Kind, t));
}
