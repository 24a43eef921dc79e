using System.Diagnostics;

namespace Fengtai.Platform.Database;

/// <summary>Runs a program of the operating system, without a shell and, where asked, as another user.</summary>
internal static class SystemProgram
{
    /// <summary>PostgreSQL refuses to run as root, so root hands it to this user, whom the packages create.</summary>
    public const string PostgresUser = "postgres";

    /// <summary>The user that PostgreSQL's programs run as; null for our own.</summary>
    public static string? UserForPostgres => Environment.IsPrivilegedProcess ? PostgresUser : null;

    /// <summary>Runs to the end and answers the exit code with everything that was printed.</summary>
    public static async Task<Ending> RunAsync(string program, IEnumerable<string> arguments, string? user = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        // WorkingDirectory: the other user need not be able to enter ours
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, WorkingDirectory = "/", RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        if (user is not null)
        {
            start.UserName = user;
        }
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var printed = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, string.Concat(printed).Trim());
    }

    /// <summary>Runs to the end; anything but success stops the start with what was printed.</summary>
    public static async Task MustRunAsync(string program, IEnumerable<string> arguments, string? user = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var ending = await RunAsync(program, arguments, user, environment);
        if (ending.Code != 0)
        {
            throw new CannotStartException($"{Path.GetFileName(program)} ended with {ending.Code}: {ending.Printed}");
        }
    }
}

internal readonly record struct Ending(int Code, string Printed);
