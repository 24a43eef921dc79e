using System.CommandLine;
using Fengtai.Platform.Practices;

namespace Fengtai.Audit;

/// <summary><c>audit verify</c> and <c>audit anchor</c>: for whoever does not want to take the application's word for it.</summary>
internal static class AuditCommands
{
    public static Command All(BesideServer beside) => new("audit", "The chain over the audit log") { Verify(beside), Anchor(beside) };

    private static Command Verify(BesideServer beside)
    {
        var expect = new Option<string?>("--expect") { HelpName = "hash", Description = "A hash that “audit anchor” printed earlier: it must still be in the chain" };
        var command = new Command("verify", "Recomputes the chain; ends with 1 and names the first broken place if it does not agree") { expect };
        command.SetAction((parsed, cancellation) => beside(parsed, async services =>
        {
            var expected = parsed.GetValue(expect)?.Trim().ToLowerInvariant();
            var found = await services.GetRequiredService<VerifyChain>().RunAsync(expected, cancellation);
            foreach (var line in Lines(found, expected))
            {
                await Console.Out.WriteLineAsync(line);
            }
            return found.IsIntact ? 0 : 1;
        }, cancellation));
        return command;
    }

    private static Command Anchor(BesideServer beside)
    {
        var command = new Command("anchor", "Prints the newest seal's hash, to be kept where nobody of this machine can change it");
        command.SetAction((parsed, cancellation) => beside(parsed, async services =>
        {
            if (await services.GetRequiredService<Chain>().NewestAsync(null, cancellation) is not { } newest)
            {
                await Console.Error.WriteLineAsync("Nothing is sealed yet.");
                return 1;
            }
            await Console.Error.WriteLineAsync($"Seal {newest.Number}, made at {newest.MadeAt:yyyy-MM-dd'T'HH:mm:ss'Z'}");
            await Console.Out.WriteLineAsync(newest.HashText);
            return 0;
        }, cancellation));
        return command;
    }

    private static IEnumerable<string> Lines(Verification found, string? expected)
    {
        yield return $"{found.Events} events and {found.Looks} looks in {found.Seals} seals agree with the chain{(found.Broken is null ? "" : " up to the broken place")}.";
        if (found.Broken is { } broken)
        {
            yield return broken.ToString();
            yield break;
        }
        yield return $"{found.UnsealedEvents} events and {found.UnsealedLooks} looks are not sealed yet.";
        if (found.NewestHash is { } hash)
        {
            yield return $"Newest seal: {found.Seals} {Convert.ToHexStringLower(hash)}";
        }
        if (expected is not null)
        {
            yield return found.LacksExpected ? $"No seal has the expected hash {expected}: the chain was made anew or cut off." : "The expected hash is in the chain.";
        }
    }
}
