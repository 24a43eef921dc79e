using System.Text.RegularExpressions;
using Fengtai.Platform.Refusals;

namespace Fengtai.Identity.Rules;

/// <summary>A login is what people type on any keyboard: Latin letters, digits, <c>. _ - @</c>; case makes no difference.</summary>
internal static partial class LoginRule
{
    public const int Longest = 64;

    /// <summary>The login as it is kept.</summary>
    public static Result<string> Read(string? typed)
    {
        var login = (typed ?? "").Trim().ToLowerInvariant();
        return login.Length == 0 ? new Missing("login")
            : Shape.IsMatch(login) ? login
            : new LoginIsInvalid(Longest);
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._@-]{0,63}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape { get; }
}

internal sealed record LoginIsInvalid(int Longest) : Refusal
{
    public override RefusalKind Kind => RefusalKind.Invalid;

    public override string? Field => "login";

    public override object[] Arguments => [Longest];
}
