using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Fengtai.Identity;

/// <summary>PBKDF2 with HMAC-SHA512, salted; 210,000 rounds (OWASP Password Storage, 2023). Hashes of fewer rounds are renewed at sign-in.</summary>
internal static class PasswordHashing
{
    public static readonly IOptions<PasswordHasherOptions> Options = Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 210_000 });
}
