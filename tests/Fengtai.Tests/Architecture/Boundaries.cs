using System.Diagnostics;
using System.Reflection;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Events;

namespace Fengtai.Tests.Architecture;

/// <summary>The rules of docs and design about who may use what, held against compiled types below one root namespace.</summary>
internal sealed class Boundaries(string root)
{
    // razor components are public by nature, so these hold public types that are nobody's contract
    private static readonly string[] Faces = ["Desk", "Portal", "Admin"];
    private static readonly string[] NotForRules = ["Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Npgsql", "System.Data", "System.Net", "System.IO"];
    private static readonly Type[] NeitherForRules = [typeof(TimeProvider), typeof(Stopwatch), typeof(FengtaiDb), typeof(Work), typeof(Random)];

    public IEnumerable<string> Violations(IEnumerable<Type> types) =>
        types.Where(IsOurs).SelectMany(ViolationsOf).Distinct().Order(StringComparer.Ordinal);

    private IEnumerable<string> ViolationsOf(Type type)
    {
        var user = Place.Of(Outermost(type), root);
        if (!TierMap.Root.Contains(user.Practice) && TierMap.TierOf(user.Practice) is null)
        {
            yield return $"{Name(type)}: {user.Practice} is no practice of the tier map";
            yield break;
        }
        if (TierMap.TierOf(user.Practice) is not null && type.IsPublic && user.Within.Length > 0 && !Faces.Contains(user.Within.Split('.')[0]))
        {
            yield return $"{Name(type)}: is public outside the root namespace of its practice";
        }
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (field.FieldType == typeof(Permission) && !field.IsInitOnly)
            {
                yield return $"{Name(type)}.{field.Name}: a permission is a static readonly field";
            }
        }
        foreach (var (where, what) in Uses.Of(type))
        {
            if ((ReasonAgainst(user, what) ?? ReasonInRules(user, what) ?? ReasonAgainstClock(user, what)) is { } reason)
            {
                yield return $"{Name(type)}{(where.Length > 0 ? "." : "")}{where} uses {Name(what)}: {reason}";
            }
        }
    }

    private string? ReasonAgainst(Place user, MemberInfo what)
    {
        if ((what as Type ?? what.DeclaringType) is not { } type || !IsOurs(type))
        {
            return null;
        }
        var outermost = Outermost(type);
        var used = Place.Of(outermost, root);
        return (TierMap.Root.Contains(user.Practice), TierMap.Root.Contains(used.Practice)) switch
        {
            _ when user.Practice == used.Practice => null,
            (true, true) => null,
            // a page names the layout that it stands in
            (false, true) => used is { Practice: "Shell", Within: "Layouts" } ? null : "what composes the application knows the practices, not the other way round",
            (true, false) => outermost.Name.EndsWith("Module", StringComparison.Ordinal) ? null : "of a practice, the shell sees its module alone",
            _ when !TierMap.MayUse(user.Practice, used.Practice) => $"{user.Practice} stands no higher than {used.Practice}",
            _ => IsContract(used, type, what) ? null : $"it is not in the contract of {used.Practice}: the public types of its root namespace",
        };
    }

    private static bool IsContract(Place used, Type type, MemberInfo what) =>
        used.Within.Length == 0 && type.IsVisible && what switch
        {
            MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            _ => true,
        };

    private static string? ReasonInRules(Place user, MemberInfo what)
    {
        if (!user.Within.Split('.').Contains("Rules") || (what as Type ?? what.DeclaringType) is not { } type)
        {
            return null;
        }
        var space = type.Namespace ?? "";
        return Array.Exists(NotForRules, n => space == n || space.StartsWith(n + ".", StringComparison.Ordinal)) || NeitherForRules.Contains(type) || MakesIds(what)
            ? "rules are pure: no clock, no chance, no database, no web"
            : null;
    }

    private static string? ReasonAgainstClock(Place user, MemberInfo what) =>
        ReadsClock(what) ? "time is a parameter"
        : what is MethodBase { Name: "get_System" } && what.DeclaringType == typeof(TimeProvider) && !TierMap.Root.Contains(user.Practice) ? "the clock is given by the composition root"
        : null;

    private static bool ReadsClock(MemberInfo what) => what switch
    {
        MethodBase { Name: "get_Now" or "get_UtcNow" or "get_Today" } => what.DeclaringType == typeof(DateTime) || what.DeclaringType == typeof(DateTimeOffset),
        _ => false,
    };

    private static bool MakesIds(MemberInfo what) => what is MethodBase { IsStatic: true } && what.DeclaringType == typeof(Guid) && what.Name is nameof(Guid.NewGuid) or nameof(Guid.CreateVersion7);

    private bool IsOurs(Type type)
    {
        var space = Outermost(type).Namespace ?? "";
        return (space == root || space.StartsWith(root + ".", StringComparison.Ordinal))
            && !space.StartsWith("Fengtai.Platform", StringComparison.Ordinal)
            && !space.StartsWith("Fengtai.Mail", StringComparison.Ordinal)
            && type.Assembly != typeof(FengtaiDb).Assembly // the platform, whatever namespace it extends
            && Outermost(type).Name != "_Imports";
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private string Name(MemberInfo member) => member is Type type
        ? (type.FullName ?? type.Name).Replace(root + ".", "", StringComparison.Ordinal)
        : $"{Name(member.DeclaringType!)}.{member.Name}";

    /// <summary>A practice, or a part of what composes the application, and the namespace within it.</summary>
    private readonly record struct Place(string Practice, string Within)
    {
        public static Place Of(Type type, string root)
        {
            var path = type.Namespace!.Length > root.Length ? type.Namespace[(root.Length + 1)..] : "";
            var dot = path.IndexOf('.', StringComparison.Ordinal);
            return dot < 0 ? new(path, "") : new(path[..dot], path[(dot + 1)..]);
        }
    }
}
