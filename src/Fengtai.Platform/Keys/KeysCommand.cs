using System.CommandLine;
using Fengtai.Platform.Data;
using Fengtai.Platform.Practices;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Fengtai.Platform.Keys;

/// <summary><c>keys forget</c>: the way to another secret, and the way out when it is lost.</summary>
internal static class KeysCommand
{
    public static Command Create(BesideServer beside)
    {
        var forget = new Command("forget", "Forgets the keys of forms, so that the next start makes new ones; people stay signed in, forms that are open must be loaded again");
        forget.SetAction((parsed, cancellation) => beside(parsed, async services =>
        {
            await services.GetRequiredService<NpgsqlDataSource>().ExecuteAsync("delete from platform.keys", [], cancellation);
            await Console.Error.WriteLineAsync("The keys are forgotten. Restart every node.");
            return 0;
        }, cancellation));
        return new Command("keys", "Keys of forms") { forget };
    }
}
