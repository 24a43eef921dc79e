using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Fengtai.Platform.Database;

/// <summary>A numbered step of the schema, embedded as <c>….Migrations.NNN_name.sql</c>. Numbers are unique across practices.</summary>
internal sealed partial record MigrationScript(int Number, string Name, string Sql)
{
    /// <summary>Of the text, whatever line endings it was checked out with.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The schemas that these scripts make, each of a practice.</summary>
    public static IReadOnlyList<string> SchemasOf(IEnumerable<MigrationScript> scripts) =>
        [.. scripts.SelectMany(s => SchemaMade().Matches(s.Sql)).Select(m => m.Groups["schema"].Value).Distinct()];

    public override string ToString() => $"{Number:000}_{Name}";

    public static IReadOnlyList<MigrationScript> In(IEnumerable<Assembly> assemblies) => Ordered(assemblies.Distinct().SelectMany(Scripts));

    internal static IReadOnlyList<MigrationScript> Ordered(IEnumerable<MigrationScript> scripts)
    {
        var ordered = scripts.OrderBy(s => s.Number).ToList();
        return ordered.GroupBy(s => s.Number).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
            ? throw new InvalidOperationException($"Two migrations have the number {twice.Key}: {string.Join(", ", twice)}")
            : ordered;
    }

    private static IEnumerable<MigrationScript> Scripts(Assembly assembly)
    {
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (ResourceName().Match(resource) is { Success: true } match)
            {
                using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return new(int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["name"].Value, text.ReadToEnd());
            }
        }
    }

    [GeneratedRegex(@"\.Migrations\.(?<number>\d{3})_(?<name>\w+)\.sql$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ResourceName();

    [GeneratedRegex(@"^create schema (if not exists )?(?<schema>\w+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SchemaMade();
}
