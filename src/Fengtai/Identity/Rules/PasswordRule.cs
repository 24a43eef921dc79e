using System.Collections.Frozen;
using Fengtai.Platform.Refusals;

namespace Fengtai.Identity.Rules;

/// <summary>
/// Which passwords are good enough: long ones that nobody guesses (NIST SP 800-63B, 3.1.1.2). No demands for kinds of
/// characters, no expiry: both make passwords worse.
/// </summary>
internal static class PasswordRule
{
    public const int Shortest = 10;
    public const int Longest = 128;

    /// <summary>Repeated or neighbouring characters in a row count as one.</summary>
    private const int FewestTurns = 5;

    // of those that are long enough, the ones that every list of leaked passwords begins with
    private static readonly FrozenSet<string> Common = new[]
    {
        "1234567890", "0123456789", "0987654321", "qwertyuiop", "1q2w3e4r5t", "1qaz2wsx3edc", "q1w2e3r4t5", "qwerty12345", "password12",
        "password123", "password1234", "password12345", "passw0rd123", "p@ssw0rd123", "admin12345", "admin123456", "administrator", "a123456789",
        "aa123456789", "abc123456789", "abcd123456", "abcd1234567", "qwe123456789", "woaini1314", "woaini1314520", "5201314520", "1314520520",
        "iloveyou1314", "iloveyou123", "letmein123", "welcome123", "welcome1234", "changeme123", "zxcvbnm123", "asdfghjkl1", "qazwsxedcrfv",
        "1234qwerasdf", "qq123456789", "wang123456789", "zhang123456789", "fengtai123", "fengtai1234", "fengtai12345",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="field">The form's name for the password.</param>
    public static Refusal? Check(string field, string password, string login) => password switch
    {
        { Length: < Shortest } => new PasswordIsTooShort(field, Shortest),
        { Length: > Longest } => new PasswordIsTooLong(field, Longest),
        _ when Common.Contains(password) || Turns(password) < FewestTurns => new PasswordIsTooCommon(field),
        _ when login.Length >= 3 && password.Contains(login, StringComparison.OrdinalIgnoreCase) && password.Length - login.Length < Shortest / 2 => new PasswordIsLikeTheLogin(field),
        _ => null,
    };

    private static int Turns(string password)
    {
        var turns = 1;
        for (var i = 1; i < password.Length; i++)
        {
            turns += Math.Abs(password[i] - password[i - 1]) > 1 ? 1 : 0;
        }
        return turns;
    }
}

internal sealed record PasswordIsTooShort(string Name, int Shortest) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;

    public override object[] Arguments => [Shortest];
}

internal sealed record PasswordIsTooLong(string Name, int Longest) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;

    public override object[] Arguments => [Longest];
}

/// <summary>Among the first that anybody would try.</summary>
internal sealed record PasswordIsTooCommon(string Name) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;
}

internal sealed record PasswordIsLikeTheLogin(string Name) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => Name;
}
